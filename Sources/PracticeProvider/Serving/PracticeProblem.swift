package import ChatCompletions

/// Why a request is refused: the status and the error document, in OpenAI's form.
package struct PracticeProblem: Error, Sendable, Hashable {
    package var status: Int
    package var message: String
    package var parameter: String?
    package var code: String?

    package var document: JSONValue {
        [
            "error": [
                "message": .string(message),
                "type": "invalid_request_error",
                "param": JSONValue(parameter),
                "code": JSONValue(code),
            ]
        ]
    }

    static func invalid(_ parameter: String?, _ message: String, code: String? = nil) -> Self {
        Self(status: 400, message: message, parameter: parameter, code: code)
    }

    static func unknownModel(_ name: String) -> Self {
        Self(
            status: 404,
            message: "The model '\(name)' does not exist; GET /v1/models lists what is here.",
            parameter: "model",
            code: "model_not_found"
        )
    }

    static func unknownPath(_ path: String) -> Self {
        Self(
            status: 404,
            message: "Nothing is served at \(path); try /v1/chat/completions or /v1/models.",
            code: "not_found"
        )
    }

    static func wrongMethod(_ method: String, path: String, allowed: String) -> Self {
        Self(
            status: 405,
            message: "\(method) is not allowed at \(path); use \(allowed).",
            code: "method_not_allowed"
        )
    }
}
