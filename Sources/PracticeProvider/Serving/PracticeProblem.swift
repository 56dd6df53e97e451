package import ChatCompletions
package import Words

/// Why a request is refused: the status and the error document, in OpenAI's form.
package struct PracticeProblem: Error, Sendable, Hashable {
    package var status: Int
    package var message: Phrase
    package var parameter: String?
    package var code: String?

    package func document(in language: Language) -> JSONValue {
        [
            "error": [
                "message": .string(message.text(in: language)),
                "type": "invalid_request_error",
                "param": JSONValue(parameter),
                "code": JSONValue(code),
            ]
        ]
    }

    static func invalid(_ parameter: String?, _ message: Phrase, code: String? = nil) -> Self {
        Self(status: 400, message: message, parameter: parameter, code: code)
    }

    static func unknownModel(_ name: String) -> Self {
        Self(
            status: 404,
            message: .unknownModel(name),
            parameter: "model",
            code: "model_not_found"
        )
    }

    static func unknownPath(_ path: String) -> Self {
        Self(
            status: 404,
            message: .unknownPath(path),
            code: "not_found"
        )
    }

    static func wrongMethod(_ method: String, path: String, allowed: String) -> Self {
        Self(
            status: 405,
            message: .wrongMethod(method, path, allowed: allowed),
            code: "method_not_allowed"
        )
    }
}
