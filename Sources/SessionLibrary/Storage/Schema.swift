import GRDB

/// The tables, as named steps that are never edited once they have been released.
enum Schema {
    /// `Fade`, in SQLite's `application_id`: tells a library from other databases.
    static let applicationID = 0x4661_6465
    /// In SQLite's `user_version`. It rises with every migration.
    static let version = 4

    /// Each migration runs in one transaction and sets the version in it, so that a library is
    /// always wholly of one version.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 sessions, turns, exchanges, wire") { db in
            try db.execute(sql: sessions + exchanges + wire)
            try db.execute(
                sql: """
                    PRAGMA application_id = \(applicationID);
                    PRAGMA user_version = 1;
                    """
            )
        }
        migrator.registerMigration(
            "2 sources, turns left out", foreignKeyChecks: .immediate
        ) { db in
            try db.execute(sql: sources + "PRAGMA user_version = 2;")
        }
        migrator.registerMigration(
            "3 lanes, whole messages, indexes of lists", foreignKeyChecks: .immediate
        ) { db in
            try db.execute(sql: lanes + messages + lists + filling + "PRAGMA user_version = 3;")
        }
        migrator.registerMigration("4 turns deleted, variables", foreignKeyChecks: .immediate) {
            db in
            try db.execute(sql: changes + "PRAGMA user_version = 4;")
        }
        return migrator
    }

    /// JSON is checked by its first character only: SQLite 3.40 counts its JSON functions among those
    /// that a schema may not use while `trusted_schema` is off.
    ///
    /// `min_reader`: a newer version's file may be read by versions from this one on.
    ///
    /// `owner`: the processes that have answers arriving; a process is known by its id, its start
    /// in clock ticks since boot, and the boot.
    private static let sessions = """
        CREATE TABLE meta (
            name TEXT PRIMARY KEY NOT NULL,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        INSERT INTO meta VALUES ('min_reader', '1');

        CREATE TABLE owner (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            pid INTEGER NOT NULL CHECK (pid > 0),
            started INTEGER NOT NULL CHECK (started >= 0),
            boot TEXT NOT NULL,
            UNIQUE (pid, started, boot)
        ) STRICT;

        CREATE TABLE session (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            title TEXT NOT NULL,
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            provider TEXT NOT NULL,
            base_url TEXT,
            model TEXT NOT NULL,
            parameters TEXT NOT NULL CHECK (substr(parameters, 1, 1) = '{'),
            system TEXT NOT NULL,
            head TEXT,
            FOREIGN KEY (id, head) REFERENCES turn (session, id) DEFERRABLE INITIALLY DEFERRED
        ) STRICT;

        CREATE INDEX session_by_update ON session (updated, id);

        CREATE TABLE turn (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            id TEXT NOT NULL CHECK (id <> ''),
            parent TEXT CHECK (parent <> id),
            role TEXT NOT NULL,
            content TEXT NOT NULL,
            reasoning TEXT NOT NULL,
            tool_calls TEXT CHECK (substr(tool_calls, 1, 1) = '['),
            tool_call_id TEXT,
            state TEXT NOT NULL
                CHECK (state IN ('streaming', 'done', 'failed', 'stopped', 'interrupted')),
            owner INTEGER REFERENCES owner (number),
            created INTEGER NOT NULL,
            provider TEXT,
            model TEXT,
            exchange TEXT,
            finish_reason TEXT,
            usage TEXT CHECK (substr(usage, 1, 1) = '{'),
            failure TEXT CHECK (substr(failure, 1, 1) = '{'),
            UNIQUE (session, id),
            FOREIGN KEY (session, parent) REFERENCES turn (session, id)
                DEFERRABLE INITIALLY DEFERRED,
            CHECK ((state = 'streaming') = (owner IS NOT NULL))
        ) STRICT;

        CREATE INDEX turn_by_parent ON turn (session, parent);
        CREATE INDEX turn_by_owner ON turn (owner) WHERE owner IS NOT NULL;

        """

    private static let exchanges = """
        CREATE TABLE exchange (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            session TEXT REFERENCES session (id) ON DELETE CASCADE,
            turn TEXT CHECK (turn IS NULL OR session IS NOT NULL),
            state TEXT NOT NULL
                CHECK (state IN ('streaming', 'done', 'failed', 'stopped', 'interrupted')),
            owner INTEGER REFERENCES owner (number),
            created INTEGER NOT NULL,
            provider TEXT NOT NULL,
            base_url TEXT,
            model TEXT NOT NULL,
            parameters TEXT NOT NULL CHECK (substr(parameters, 1, 1) = '{'),
            request TEXT CHECK (substr(request, 1, 1) = '{'),
            request_body BLOB,
            head TEXT CHECK (substr(head, 1, 1) = '{'),
            ending TEXT CHECK (substr(ending, 1, 1) = '{'),
            answer TEXT CHECK (substr(answer, 1, 1) = '{'),
            FOREIGN KEY (session, turn) REFERENCES turn (session, id) ON DELETE CASCADE,
            CHECK ((request IS NULL) = (request_body IS NULL)),
            CHECK ((state = 'streaming') = (owner IS NOT NULL)),
            CHECK ((state = 'streaming') = (answer IS NULL))
        ) STRICT;

        CREATE INDEX exchange_by_turn ON exchange (session, turn);
        CREATE INDEX exchange_by_owner ON exchange (owner) WHERE owner IS NOT NULL;

        """

    /// `wire`: the body's bytes as they came, some reads in a row. `marks` says where each read
    /// ends and when it came (see `WireBlock`).
    ///
    /// `piece`: what an answer that is still arriving has grown by, in order of number. At its end
    /// the whole of it goes into the exchange and the turn, and its pieces go.
    private static let wire = """
        CREATE TABLE wire (
            number INTEGER PRIMARY KEY,
            exchange INTEGER NOT NULL REFERENCES exchange (number) ON DELETE CASCADE,
            first INTEGER NOT NULL CHECK (first >= 0),
            reads INTEGER NOT NULL CHECK (reads > 0),
            bytes BLOB NOT NULL,
            marks BLOB NOT NULL,
            UNIQUE (exchange, first)
        ) STRICT;

        CREATE TABLE piece (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            exchange INTEGER NOT NULL REFERENCES exchange (number) ON DELETE CASCADE,
            choice INTEGER NOT NULL,
            part TEXT NOT NULL
                CHECK (part IN ('content', 'reasoning', 'refusal', 'call', 'arguments')),
            item INTEGER NOT NULL CHECK (item >= 0),
            text TEXT NOT NULL
        ) STRICT;

        CREATE INDEX piece_by_exchange ON piece (exchange);
        """

    /// Version 1 can still read this: `min_reader` stays as it is. Its sessions count as the
    /// workbench's.
    private static let sources = """
        ALTER TABLE session ADD COLUMN source TEXT NOT NULL DEFAULT 'workbench' CHECK (source <> '');
        ALTER TABLE turn ADD COLUMN left_out INTEGER NOT NULL DEFAULT 0 CHECK (left_out IN (0, 1));

        """
}
