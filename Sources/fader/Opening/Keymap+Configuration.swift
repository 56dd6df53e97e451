import ScreenKit
import Settings
import TOML
import Words
import Workbench

extension Command {
    /// The keymap with the user's own keys. What is wrong is complained of, and the command keeps the
    /// keys that it had.
    static func keymap(
        with choices: [KeyChoice], from file: String
    ) -> (keymap: Keymap<Command.ID>, complaints: [Complaint]) {
        var keymap = defaultKeymap
        var complaints: [Complaint] = []
        for choice in choices {
            var changed = keymap
            do throws(Complaint) {
                try changed.rebind(choice)
                keymap = changed
            } catch {
                complaints.append(
                    Complaint(error.message, at: error.position, in: error.file ?? file))
            }
        }
        return (keymap, complaints)
    }
}

extension Keymap<Command.ID> {
    fileprivate mutating func rebind(_ choice: KeyChoice) throws(Complaint) {
        guard let command = Command.named(.init(rawValue: choice.command)) else {
            throw Complaint(.noCommand(choice.command), at: choice.position)
        }
        let id = command.id
        unbind(id)
        for name in choice.keys {
            guard let key = Key(name) else {
                throw Complaint(.noKey(name), at: choice.position)
            }
            do throws(Conflict) {
                try bind(key, to: id, in: command.context)
            } catch {
                throw Complaint(
                    .keyTwice(name, error.first.rawValue, id.rawValue), at: choice.position)
            }
        }
    }
}
