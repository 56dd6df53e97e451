internal import ChatCompletions

/// What a program that Fader starts may see of its environment: everything but keys.
package enum KeyFreeEnvironment {
    /// Leaves out what ends in `_API_KEY`, the variables of all known providers, those that are
    /// named here, and whatever holds the value of one of these in any spelling.
    package static func of(
        _ environment: [String: String], without names: Set<String> = []
    ) -> [String: String] {
        let known = names.union(Provider.all.compactMap(\.keyVariable))
        let isKey = { (name: String) in name.hasSuffix("_API_KEY") || known.contains(name) }
        let redactor = Redactor(
            environment.filter { isKey($0.key) }.map { Secret(KeyText.trimmed($0.value)) })
        return environment.filter { name, value in
            !isKey(name) && redactor.redacted(value) == value && redactor.redacted(name) == name
        }
    }
}
