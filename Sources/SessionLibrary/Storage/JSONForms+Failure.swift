import ChatCompletions
import Words

extension Form {
    /// `message` says it in English, for people who look into the file and for older versions;
    /// where there is a cause, `said` has what the other side said itself.
    static func failure(_ failure: Failure) -> JSONValue {
        object([
            "kind": .string(failure.kind.rawValue),
            "message": .string(failure.message),
            "cause": failure.cause.map(cause),
            "said": failure.cause == nil || failure.said.isEmpty ? nil : .string(failure.said),
            "status": failure.status.map(JSONValue.integer),
            "code": failure.code.map(JSONValue.string),
            "type": failure.type.map(JSONValue.string),
            "request_id": failure.requestID.map(JSONValue.string),
            "retry_after_ms": failure.retryAfterMilliseconds.map(JSONValue.integer),
            "phase": (failure.phase?.rawValue).map(JSONValue.string),
        ])
    }

    /// What an older version stored has no cause, and one that a newer version stored may be
    /// unknown: then `message` counts as said.
    static func failure(_ json: JSONValue) -> Failure {
        let cause = json["cause"].flatMap(cause)
        let said = cause == nil ? json["message"] : json["said"]
        var failure = Failure(
            json["kind"]?.string.flatMap(Failure.Kind.init) ?? .transport,
            said?.string ?? "",
            status: json["status"]?.int,
            code: json["code"]?.string,
            type: json["type"]?.string,
            requestID: json["request_id"]?.string,
            retryAfterMilliseconds: json["retry_after_ms"]?.int.flatMap {
                Stored.waits.contains($0) ? $0 : nil
            },
            phase: json["phase"]?.string.flatMap(Failure.Phase.init)
        )
        failure.cause = cause
        return failure
    }

    private static func cause(_ cause: Failure.Cause) -> JSONValue {
        object([
            "name": .string(cause.name.rawValue),
            "subject": cause.subject.isEmpty ? nil : .string(cause.subject),
            "detail": cause.detail.isEmpty ? nil : .string(cause.detail),
            "limit": cause.limit == 0 ? nil : .integer(cause.limit),
            "proxy": cause.isProxy ? true : nil,
            "before_first_word": cause.cameBeforeFirstWord ? true : nil,
            "told": cause.told.map(told),
        ])
    }

    private static func cause(_ json: JSONValue) -> Failure.Cause? {
        guard let name = json["name"]?.string.flatMap(Failure.Cause.Name.init) else { return nil }
        var cause = Failure.Cause(
            name, at: json["subject"]?.string ?? "", detail: json["detail"]?.string ?? "",
            limit: json["limit"]?.int ?? 0, isProxy: json["proxy"]?.bool ?? false)
        cause.cameBeforeFirstWord = json["before_first_word"]?.bool ?? false
        cause.told = json["told"].map(told)
        return cause
    }

    private static func told(_ phrase: Phrase) -> JSONValue {
        ["en": .string(phrase.english), "zh": .string(phrase.chinese)]
    }

    private static func told(_ json: JSONValue) -> Phrase {
        let english = json["en"]?.string ?? ""
        return Phrase(english: "\(english)", chinese: "\(json["zh"]?.string ?? english)")
    }
}
