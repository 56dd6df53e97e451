import GRDB

extension Library {
    /// What an older version made is copied first. It is not touched when there is no room for that;
    /// where there is none for all that is to be added, the copy stays.
    static func bringUpToDate(
        _ queue: DatabaseQueue, at path: String, _ report: OpeningReport
    ) throws {
        guard case .older(let version) = try queue.read(Identity.init) else {
            return try migrate(queue, report)
        }
        var copy: String?
        do {
            copy = try SafetyCopy.make(of: queue, at: path, version: version, report)
            try migrate(queue, report)
        } catch {
            // Each version is a step of its own: the copy goes where none was taken.
            if let copy, (try? queue.read(Identity.init)) == .older(version: version) {
                Place.remove(copy)
            }
            let problem = LibraryProblem(error, path: path)
            guard [.full, .unreachable].contains(problem.kind) else { throw problem }
            throw LibraryProblem(.outdated, problem.detail, path: path, code: problem.code)
        }
    }

    /// Another process may be migrating at the same time: then its work counts, step by step.
    static func migrate(
        _ queue: DatabaseQueue, _ report: OpeningReport = OpeningReport { _ in }
    ) throws {
        let watch = StatementWatch {
            report.tell(.migrating)
            return false
        }
        queue.writeWithoutTransaction { watch.install(on: $0, every: 100_000) }
        defer { queue.writeWithoutTransaction { StatementWatch.remove(from: $0) } }
        while true {
            let before = try queue.read(Identity.init)
            if before == .current { return }
            do {
                return try Schema.migrator.migrate(queue)
            } catch {
                guard try queue.read(Identity.init) != before else { throw error }
            }
        }
    }
}
