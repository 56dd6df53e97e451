import ChatCompletions

extension Form {
    /// A request without its body, which has a column of its own.
    static func request(_ request: SentRequest) -> JSONValue {
        object([
            "started": .integer(Int(request.started.milliseconds)),
            "method": .string(request.method),
            "url": .string(request.url),
            "headers": headers(request.headers),
            "proxy": request.proxy.map(JSONValue.string),
        ])
    }

    static func request(_ json: JSONValue, body: [UInt8]) -> SentRequest {
        SentRequest(
            started: Timestamp(stored: Int64(json["started"]?.int ?? 0)),
            method: json["method"]?.string ?? "",
            url: json["url"]?.string ?? "",
            headers: headers(json["headers"]),
            body: body,
            proxy: json["proxy"]?.string
        )
    }

    static func head(_ head: ResponseHead) -> JSONValue {
        object([
            "time": duration(head.time),
            "version": .string(head.version),
            "status": .integer(head.status),
            "reason": .string(head.reason),
            "headers": headers(head.headers),
            "remote_address": head.remoteAddress.map(JSONValue.string),
            "reused_connection": .bool(head.reusedConnection),
        ])
    }

    static func head(_ json: JSONValue) -> ResponseHead {
        ResponseHead(
            time: json["time"].map { duration($0) } ?? .zero,
            version: json["version"]?.string ?? "",
            status: json["status"]?.int ?? 0,
            reason: json["reason"]?.string ?? "",
            headers: headers(json["headers"]),
            remoteAddress: json["remote_address"]?.string,
            reusedConnection: json["reused_connection"]?.bool ?? false
        )
    }

    static func end(_ end: ExchangeEnd) -> JSONValue {
        object([
            "failure": end.failure.map { failure($0) },
            "timings": timings(end.timings),
            "done": end.done.map(JSONValue.bool),
            "skipped": .integer(end.skipped),
            "request_id": end.requestID.map(JSONValue.string),
        ])
    }

    static func end(_ json: JSONValue) -> ExchangeEnd {
        ExchangeEnd(
            failure: json["failure"].map { failure($0) },
            timings: timings(json["timings"]),
            done: json["done"]?.bool,
            skipped: max(0, json["skipped"]?.int ?? 0),
            requestID: json["request_id"]?.string
        )
    }

    private static func timings(_ timings: Timings) -> JSONValue {
        object([
            "name_lookup": timings.nameLookup.map { duration($0) },
            "connected": timings.connected.map { duration($0) },
            "tls": timings.tls.map { duration($0) },
            "first_byte": timings.firstByte.map { duration($0) },
            "first_token": timings.firstToken.map { duration($0) },
            "first_visible": timings.firstVisible.map { duration($0) },
            "completed": timings.completed.map { duration($0) },
        ])
    }

    private static func timings(_ json: JSONValue?) -> Timings {
        var timings = Timings()
        timings.nameLookup = json?["name_lookup"].map { duration($0) }
        timings.connected = json?["connected"].map { duration($0) }
        timings.tls = json?["tls"].map { duration($0) }
        timings.firstByte = json?["first_byte"].map { duration($0) }
        timings.firstToken = json?["first_token"].map { duration($0) }
        timings.firstVisible = json?["first_visible"].map { duration($0) }
        timings.completed = json?["completed"].map { duration($0) }
        return timings
    }
}
