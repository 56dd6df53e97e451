import ChatCompletions
import Glibc
import SessionLibrary

extension Choices {
    /// The library for a command that only looks; `nil` when there is none yet, which is no mistake
    /// unless it was named.
    func openLibraryToRead(_ preferences: Preferences? = nil) throws -> Library? {
        let path = try (preferences ?? Preferences(self)).libraryFile(self)
        guard access(path, F_OK) == 0 else {
            if library != nil { throw CommandProblem("there is no library \(path)") }
            return nil
        }
        return try openLibrary(at: path)
    }

    /// A session by its id.
    ///
    /// - throws: `CommandProblem` when there is none.
    func session(_ id: String, _ preferences: Preferences? = nil) throws -> Session {
        let library = try openLibraryToRead(preferences)
        guard let session = try library?.session(SessionID(rawValue: id)) else {
            throw CommandProblem("there is no session \(id); see: fader sessions list")
        }
        return session
    }

    /// The session that was changed last.
    ///
    /// - throws: `CommandProblem` when there is none.
    func latestSession(_ preferences: Preferences) throws -> Session {
        let library = try openLibraryToRead(preferences)
        guard let latest = try library?.sessions(limit: 1).first,
            let session = try library?.session(latest.id)
        else { throw CommandProblem("there is no session to go on with yet") }
        return session
    }

    /// The library to record in; made when it is not there.
    func openLibraryToRecord(_ preferences: Preferences) throws -> Library {
        let library = try openLibrary(at: preferences.libraryFile(self))
        if library.isReadOnly, let notice = library.notice {
            throw CommandProblem("nothing can be recorded: \(notice); --no-library sends without")
        }
        return library
    }

    private func openLibrary(at path: String) throws -> Library {
        do throws(LibraryProblem) {
            return try Library.open(at: path)
        } catch {
            throw CommandProblem("\(error.sentence)\n--library FILE names another one.")
        }
    }
}
