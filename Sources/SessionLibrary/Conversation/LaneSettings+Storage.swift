import ChatCompletions
import Conversations
import GRDB

extension LaneSettings {
    /// For the columns provider, base_url, model, parameters.
    var bindings: [(any DatabaseValueConvertible)?] {
        [
            Binding.text(provider), Binding.text(baseURL), Binding.text(model),
            JSONValue.object(parameters.members).text,
        ]
    }

    /// From the same columns.
    init(_ row: inout RowReader) throws {
        self.init(
            provider: try row.text("provider"),
            baseURL: try row.textIfAny("base_url"),
            model: try row.text("model"),
            parameters: Parameters(try row.json("parameters").members ?? [])
        )
    }
}
