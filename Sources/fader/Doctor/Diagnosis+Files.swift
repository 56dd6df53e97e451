import ChatClient
import ChatCompletions
import Glibc
import SessionLibrary
import Settings
import TOML
import Terminal

extension Diagnosis {
    mutating func examineSoftware() {
        add(.good, "fader", ChatRequest.version)
        add(.good, "ncurses", TerminalFacts.libraryVersion)
        do throws(LibraryProblem) {
            add(.good, "sqlite", try Library.sqliteVersion())
        } catch {
            add(.wrong, "sqlite", error.sentence)
        }
        do throws(Failure) {
            add(.good, "libcurl", try Client.libcurlVersion())
        } catch {
            add(.wrong, "libcurl", "\(error.sentence)\ninstall the package libcurl4")
        }
    }

    mutating func examine(_ preferences: Preferences) {
        let file = preferences.configurationFile
        for complaint in preferences.complaints { add(.wrong, "config", complaint.description) }
        if preferences.complaints.isEmpty {
            let isThere = access(file, F_OK) == 0
            add(.good, "config", isThere ? file : "\(file) (not there: defaults)")
        }
        let name = preferences.configuration.theme ?? ThemeShelf.usualName()
        let theme = ThemeShelf(folders: preferences.folders).theme(named: name)
        for complaint in theme.complaints { add(.wrong, "theme", complaint.description) }
        if theme.complaints.isEmpty { add(.good, "theme", name) }
    }

    mutating func examineLibrary(at path: String) {
        guard access(path, F_OK) == 0 else {
            return add(.good, "library", "\(path) (not there: made with the first session)")
        }
        do throws(LibraryProblem) {
            let library = try Library.open(at: path)
            let damage = try library.findDamage()
            for finding in damage { add(.wrong, "library", "damaged: \(finding)") }
            if let notice = library.notice { add(.note, "library", "\(path): \(notice)") }
            if damage.isEmpty, library.notice == nil { add(.good, "library", path) }
        } catch {
            add(.wrong, "library", error.sentence)
        }
    }
}
