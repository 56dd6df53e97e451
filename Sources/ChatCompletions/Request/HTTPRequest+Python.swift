extension HTTPRequest {
    /// The request as a Python program that needs nothing but Python 3: it sends the same body, and
    /// prints the answer's text while it comes. The key is asked of the environment.
    ///
    /// - Parameter keyVariable: the environment variable with the key; `nil` sends none.
    public func asPython(keyVariable: String?) -> String {
        let body = (try? JSONValue(parsing: body)).flatMap { $0.members == nil ? nil : $0 }
        let streams = body?["stream"] == .bool(true)
        let data =
            body.map { "body = \($0.python)\n" }
            ?? "data = \(Python.quoted(String(decoding: self.body, as: UTF8.self))).encode()\n"
        return """
            import json
            import os
            import sys
            import urllib.error
            import urllib.request


            class NoRedirect(urllib.request.HTTPRedirectHandler):
                def redirect_request(self, *_):
                    return None


            url = \(Python.quoted(url))
            headers = {
            \(headerLines(keyVariable).map { "    \($0),\n" }.joined())}
            \(data)\(body == nil ? "" : Self.encoding)
            request = urllib.request.Request(url, data, headers, method=\(Python.quoted(method)))
            try:
                answer = urllib.request.build_opener(NoRedirect).open(request)
            except urllib.error.HTTPError as error:
                sys.exit(f"{error.code} {error.reason}\\n{error.read().decode(errors='replace')}")
            \(streams ? Self.reading : Self.readingWhole)
            """
    }

    private func headerLines(_ keyVariable: String?) -> [String] {
        var lines = headers.map { "\(Python.quoted($0.name)): \(Python.quoted($0.value))" }
        if let keyHeader, let keyVariable {
            let start = keyHeader.value.isEmpty ? "" : Python.quoted(keyHeader.value) + " + "
            lines.append(
                "\(Python.quoted(keyHeader.name)): \(start)\(Python.variable(keyVariable))")
        }
        return lines + templates.map { "\(Python.quoted($0.name)): \(Python.value(of: $0))" }
    }

    private static let encoding = """
        data = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()

        """

    private static let reading = """
        with answer:
            for line in answer:
                line = line.decode(errors="replace").strip()
                if not line.startswith("data:"):
                    continue
                data = line[5:].strip()
                if data == "[DONE]":
                    break
                for choice in json.loads(data).get("choices") or []:
                    print((choice.get("delta") or {}).get("content") or "", end="", flush=True)
        print()
        """

    private static let readingWhole = """
        with answer:
            for choice in json.load(answer).get("choices") or []:
                print((choice.get("message") or {}).get("content") or "")
        """
}

/// Python's own spelling.
private enum Python {
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default: quoted += isPlain(scalar) ? String(scalar) : escaped(scalar)
            }
        }
        return quoted + "\""
    }

    /// What an editor may not show, or would reorder.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: scalar == "\u{200D}"
        default: true
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        let length = scalar.value > 0xFFFF ? 8 : 4
        let zeros = String(repeating: "0", count: max(0, length - digits.count))
        return (length == 8 ? "\\U" : "\\u") + zeros + digits
    }

    static func variable(_ name: String) -> String { "os.environ[\(quoted(name))]" }

    static func value(of header: HeaderTemplate) -> String {
        header.parts.map { part in
            switch part {
            case .text(let text): quoted(text)
            case .variable(let name): variable(name)
            }
        }.joined(separator: " + ")
    }
}

extension JSONValue {
    /// The value as Python writes it, set out in lines.
    fileprivate var python: String { python(level: 0) }

    private func python(level: Int) -> String {
        switch self {
        case .null: "None"
        case .bool(let flag): flag ? "True" : "False"
        case .string(let text): Python.quoted(text)
        case .array(let elements):
            Self.listed("[", elements.map { $0.python(level: level + 1) }, "]", level)
        case .object(let members):
            Self.listed(
                "{",
                members.map { "\(Python.quoted($0.name)): \($0.value.python(level: level + 1))" },
                "}", level)
        case .integer, .number, .spelled: text
        }
    }

    private static func listed(
        _ opening: String, _ items: [String], _ closing: String, _ level: Int
    ) -> String {
        guard !items.isEmpty else { return opening + closing }
        let air = String(repeating: "    ", count: level + 1)
        return opening + "\n" + items.map { air + $0 + ",\n" }.joined()
            + String(repeating: "    ", count: level) + closing
    }
}
