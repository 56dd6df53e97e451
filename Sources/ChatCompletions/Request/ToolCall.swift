/// A function that the model asks to have called.
public struct ToolCall: Sendable, Hashable {
    /// The model's name for this call; its result must repeat it.
    public var id: String
    /// The function's name.
    public var name: String
    /// JSON text, as it came.
    public var arguments: String

    /// A call with its parts.
    public init(id: String, name: String, arguments: String) {
        self.id = id
        self.name = name
        self.arguments = arguments
    }

    /// A call out of a message. Arguments that are an object and no text are shown as their JSON.
    init(json value: JSONValue) {
        let function = value["function"]
        let arguments = function?["arguments"]
        self.init(
            id: value["id"]?.string ?? "",
            name: function?["name"]?.string ?? "",
            arguments: arguments?.string ?? arguments?.text ?? ""
        )
    }

    /// The call as a message holds it.
    var json: JSONValue {
        [
            "id": .string(id), "type": "function",
            "function": ["name": .string(name), "arguments": .string(arguments)],
        ]
    }
}
