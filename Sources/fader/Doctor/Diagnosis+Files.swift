import ChatClient
import ChatCompletions
import Glibc
import SessionLibrary
import Settings
import TOML
import Terminal
import Words
import Workbench

extension Diagnosis {
    mutating func examineSoftware() {
        add(.good, .fader, Phrase(verbatim: ChatRequest.version))
        add(.good, .ncurses, Phrase(verbatim: TerminalFacts.libraryVersion))
        do throws(LibraryProblem) {
            add(.good, .sqlite, Phrase(verbatim: try Library.sqliteVersion()))
        } catch {
            add(.wrong, .sqlite, error.sentence)
        }
        do throws(Failure) {
            add(.good, .libcurl, Phrase(verbatim: try Client.libcurlVersion()))
        } catch {
            add(.wrong, .libcurl, .noCurl(error))
        }
    }

    mutating func examine(_ preferences: Preferences) {
        let file = preferences.configurationFile
        let keys = Command.keymap(with: preferences.configuration.keys, from: file)
        let complaints = preferences.complaints + keys.complaints
        for complaint in complaints { add(.wrong, .config, complaint.sentence) }
        if complaints.isEmpty {
            let isThere = access(file, F_OK) == 0
            add(.good, .config, isThere ? Phrase(verbatim: file) : .configNotThere(file))
        }
        let name = preferences.configuration.theme ?? ThemeShelf.usualName()
        let theme = ThemeShelf(folders: preferences.folders).theme(named: name)
        for complaint in theme.complaints { add(.wrong, .theme, complaint.sentence) }
        if theme.complaints.isEmpty { add(.good, .theme, Phrase(verbatim: name)) }
    }

    mutating func examineLibrary(at path: String) {
        guard access(path, F_OK) == 0 else {
            return add(.good, .library, .libraryNotThere(path))
        }
        do throws(LibraryProblem) {
            let library = try Library.open(at: path)
            let damage = try library.findDamage()
            for finding in damage { add(.wrong, .library, .damaged(finding)) }
            if let notice = library.notice {
                add(.note, .library, .of(Phrase(verbatim: path), notice))
            }
            if damage.isEmpty, library.notice == nil {
                add(.good, .library, Phrase(verbatim: path))
            }
        } catch {
            add(.wrong, .library, error.sentence)
        }
    }
}
