import ChatCompletions

/// How does a JSON array of messages become messages? Each is sent as it stands there.
enum MessageFile {
    static func read(_ file: String) throws -> [Message] {
        guard let values = try JSONFile.read(InputBytes(file: file)).value.array else {
            throw CommandProblem(.messagesWanted(file))
        }
        return try values.enumerated().map { place, value in
            do throws(MessageProblem) {
                return try Message(given: value)
            } catch {
                throw CommandProblem(.badMessage(file, place + 1, error))
            }
        }
    }
}

/// JSON that somebody else shall read after us.
enum JSONFile {
    /// The value, and the text that it was read from.
    ///
    /// - throws: `CommandProblem` with the place of the first thing that is no JSON.
    static func read(_ input: InputBytes) throws -> (value: JSONValue, bytes: [UInt8]) {
        let text = try input.readText()
        // Editors of another system mark UTF-8 so; on the wire the mark is a mistake (RFC 8259, 8.1).
        let bytes = Array(text.utf8.starts(with: mark) ? text.utf8.dropFirst(3) : text.utf8[...])
        do throws(JSONProblem) {
            return (try JSONValue(strictly: bytes), bytes)
        } catch {
            throw CommandProblem(.noJSON(input.name, error))
        }
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
