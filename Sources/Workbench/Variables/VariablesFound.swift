import Conversations
import ScreenKit

/// The variables of the prompt and of the lanes' system prompts, looked for when one of these is
/// another than before.
package struct VariablesFound: Sendable {
    private(set) var names: [String] = []
    private var edition: TextBuffer.Edition?
    private var systems: [String] = []
    private var inSystems: [String] = []
    /// How often the prompt was looked through.
    package private(set) var searches = 0

    /// - Parameter systems: those whose braces may be variables.
    mutating func update(_ prompt: TextBuffer, systems: [String]) {
        guard edition != prompt.edition || self.systems != systems else { return }
        if self.systems != systems {
            self.systems = systems
            inSystems = systems.flatMap { Template($0).names }
        }
        edition = prompt.edition
        searches += 1
        var seen: Set<String> = []
        names = (Template.names(in: prompt.bytes) + inSystems).filter { seen.insert($0).inserted }
    }
}
