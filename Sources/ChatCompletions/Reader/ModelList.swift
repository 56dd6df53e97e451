/// The names in a provider's list of models, read in one walk over its bytes: what else the list
/// says of each model costs no memory.
package enum ModelList {
    /// Why there are no names.
    package enum Problem: Error { case noList, tooLong }

    /// No service has as many.
    package static let most = 1 << 16

    /// `{"data": [{"id": …}]}`; some services send the bare array, or names as strings.
    package static func names(in document: [UInt8]) throws(Problem) -> [String] {
        let result = document.withUnsafeBufferPointer { bytes -> Result<[String], Problem> in
            var scanner = JSONScanner(bytes)
            let names = try? scanner.modelNames()
            guard let names, (try? scanner.expectEnd()) != nil else { return .failure(.noList) }
            return names.count > most ? .failure(.tooLong) : .success(names)
        }
        return try result.get()
    }
}

extension JSONScanner {
    /// The list's names, one more than there may be at most; `nil` where there is no list.
    fileprivate mutating func modelNames() throws(Fault) -> [String]? {
        guard try enterObject() else { return try namesOfElements() }
        var names: [String]?
        while let name = try nextMember() {
            if text(name) == "data", let found = try namesOfElements() {
                names = found
            } else if text(name) != "data" {
                try skipValue()
            }
        }
        return names
    }

    private mutating func namesOfElements() throws(Fault) -> [String]? {
        guard try enterArray() else {
            try skipValue()
            return nil
        }
        var names: [String] = []
        while try nextElement() {
            if names.count > ModelList.most {
                try skipValue()
            } else if let name = try nameOfElement() {
                names.append(name)
            }
        }
        return names
    }

    private mutating func nameOfElement() throws(Fault) -> String? {
        guard try enterObject() else { return try stringOrSkip().map(text) }
        var id: RawString?
        while let name = try nextMember() {
            if text(name) == "id" { id = try stringOrSkip() } else { try skipValue() }
        }
        return id.map(text)
    }
}
