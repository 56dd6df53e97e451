import Foundation
import Settings
import TOML
import Words

/// The language of this run, chosen once, before its first word: what the command line says, else
/// the configuration, else the locale.
enum Speech {
    static let language = chosen(
        by: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

    static func chosen(by arguments: [String], environment: [String: String]) -> Language {
        let arguments = Array(arguments.dropFirst().prefix { $0 != "--" })
        if let name = value(of: "--language", in: arguments), let language = Language(named: name) {
            return language
        }
        let file = value(of: "--config", in: arguments) ?? Folders().configurationFile
        return configured(in: file) ?? Language(locale: environment)
    }

    /// What is left to parse: before a command stand the options of the workbench, and the language
    /// is for whatever follows.
    static func rest(of arguments: [String]) -> [String] {
        guard let first = arguments.first else { return arguments }
        if first == "--language", arguments.count > 1, Language(named: arguments[1]) != nil {
            return rest(of: Array(arguments.dropFirst(2)))
        }
        let name =
            first.hasPrefix("--language=") ? Language(named: String(first.dropFirst(11))) : nil
        return name == nil ? arguments : rest(of: Array(arguments.dropFirst()))
    }

    /// The argument parser's help and complaints need the language before anything is parsed.
    private static func value(of option: String, in arguments: [String]) -> String? {
        for (place, word) in arguments.enumerated().reversed() {
            if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
            if word == option { return arguments.dropFirst(place + 1).first }
        }
        return nil
    }

    /// What is wrong with the file is said by those who read all of it.
    private static func configured(in file: String) -> Language? {
        guard let text = try? TextFile.read(file),
            case .string(let name)? = (try? TOMLReader.read(text))?["language"]?.content
        else { return nil }
        return Language(named: name)
    }
}

extension Phrase {
    /// As it is read in this run.
    var here: String { text(in: Speech.language) }
}
