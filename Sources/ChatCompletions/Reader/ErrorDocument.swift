/// What a server's JSON says went wrong, in whichever of a dozen shapes.
struct ErrorDocument {
    var message: String
    var code: String?
    var type: String?
    var requestID: String?

    /// Finds an error in a document, for which a bad status already speaks: any text will do.
    init?(in json: JSONValue) {
        guard let found = Self.find(in: json) else { return nil }
        self = found
        requestID = requestID ?? json["request_id"]?.string ?? json["error"]?["request_id"]?.string
    }

    /// Finds an error in a document that came with a good status.
    init?(plainIn json: JSONValue) {
        guard Self.isError(json) else { return nil }
        self.init(in: json)
    }

    private init(_ message: String, code: String?, type: String?) {
        self.message = message
        self.code = code
        self.type = type
    }

    private static func isError(_ json: JSONValue) -> Bool {
        if case .array(let elements) = json { return elements.first.map(isError) ?? false }
        if let error = json["error"], !error.isNull { return true }
        if let status = json["base_resp"]?["status_code"]?.int, status != 0 { return true }
        if json["choices"]?.array?.isEmpty == false { return false }
        if json["object"]?.string == "error" { return true }
        if json["errors"]?.array?.isEmpty == false { return true }
        return isFlatError(json)
    }

    /// A message without choices, unless it says itself that all is well.
    private static func isFlatError(_ json: JSONValue) -> Bool {
        if let object = json["object"]?.string, object.hasPrefix("chat.completion") { return false }
        let codes: [JSONValue] = [0, 200, "0", "200"]
        if let code = json["code"], codes.contains(code) { return false }
        if json["detail"]?.array?.isEmpty == false { return true }
        return ["message", "msg", "detail"].contains { json[$0]?.string?.isEmpty == false }
    }

    // MARK: Where the text is

    private static func find(in json: JSONValue) -> ErrorDocument? {
        if case .array(let elements) = json { return elements.first.flatMap(find) }
        if let error = json["error"], !error.isNull { return nested(error, in: json) }
        if let status = json["base_resp"], let text = text(status["status_msg"]) {
            let code = code(status["status_code"])
            return ErrorDocument(text, code: code, type: nil)
        }
        if let first = json["errors"]?[0] {
            let message = text(first["message"]) ?? text(first) ?? first.text
            return ErrorDocument(message, code: code(first["code"]), type: first["type"]?.string)
        }
        let type = json["type"]?.string
        return outerText(json).map { ErrorDocument($0, code: code(json["code"]), type: type) }
    }

    private static func outerText(_ json: JSONValue) -> String? {
        text(json["message"]) ?? text(json["msg"]) ?? text(json["detail"])
            ?? details(json["detail"]) ?? text(json["detail"]?["message"])
    }

    private static func nested(_ error: JSONValue, in json: JSONValue) -> ErrorDocument {
        let message =
            text(error["message"]) ?? text(error) ?? outerText(error) ?? text(error[0]?["message"])
            ?? outerText(json) ?? error.text
        let outerType = json["error_type"]?.string
        return ErrorDocument(
            message,
            code: code(error["code"]) ?? (error.members == nil ? code(json["code"]) : nil),
            type: error["type"]?.string ?? outerType
                ?? (error.members == nil ? json["type"]?.string : nil)
        )
    }

    /// A text, or a list of texts joined by line ends.
    private static func text(_ value: JSONValue?) -> String? {
        switch value {
        case .string(let text)?: text.isEmpty ? nil : text
        case .array(let parts)?:
            parts.isEmpty || parts.contains { $0.string == nil }
                ? nil : parts.compactMap(\.string).joined(separator: "\n")
        default: nil
        }
    }

    /// FastAPI's list of places and messages.
    private static func details(_ value: JSONValue?) -> String? {
        guard let parts = value?.array, !parts.isEmpty else { return nil }
        let lines = parts.map { part in
            let place = (part["loc"]?.array ?? []).map { $0.string ?? $0.text }
            let text = part["msg"]?.string ?? part.text
            return place.isEmpty ? text : place.joined(separator: ".") + ": " + text
        }
        return lines.joined(separator: "\n")
    }

    private static func code(_ value: JSONValue?) -> String? {
        switch value {
        case .string(let text)?: text.isEmpty ? nil : text
        case .integer, .number, .spelled: value?.int.map { String($0) } ?? value?.text
        default: nil
        }
    }
}
