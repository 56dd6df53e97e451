CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);

CREATE TABLE meta (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE owner (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    pid INTEGER NOT NULL CHECK (pid > 0),
    started INTEGER NOT NULL CHECK (started >= 0),
    boot TEXT NOT NULL,
    UNIQUE (pid, started, boot)
) STRICT;

CREATE TABLE sqlite_sequence(name,seq);

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
    head TEXT, source TEXT NOT NULL DEFAULT 'workbench' CHECK (source <> ''), place INTEGER NOT NULL DEFAULT 0 CHECK (place >= 0), variables TEXT NOT NULL DEFAULT '{}' CHECK (substr(variables, 1, 1) = '{'),
    FOREIGN KEY (id, head) REFERENCES turn (session, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

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
    failure TEXT CHECK (substr(failure, 1, 1) = '{'), left_out INTEGER NOT NULL DEFAULT 0 CHECK (left_out IN (0, 1)), message TEXT CHECK (substr(message, 1, 1) = '{'), refusal TEXT NOT NULL DEFAULT '', attachments TEXT CHECK (substr(attachments, 1, 1) = '{'), deleted INTEGER REFERENCES owner (number), choice INTEGER NOT NULL DEFAULT 0 CHECK (choice >= 0), template TEXT,
    UNIQUE (session, id),
    FOREIGN KEY (session, parent) REFERENCES turn (session, id)
        DEFERRABLE INITIALLY DEFERRED,
    CHECK ((state = 'streaming') = (owner IS NOT NULL))
) STRICT;

CREATE INDEX turn_by_parent ON turn (session, parent);

CREATE INDEX turn_by_owner ON turn (owner) WHERE owner IS NOT NULL;

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

CREATE TABLE lane (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place >= 0),
    provider TEXT NOT NULL,
    base_url TEXT,
    model TEXT NOT NULL,
    parameters TEXT NOT NULL CHECK (substr(parameters, 1, 1) = '{'),
    system TEXT NOT NULL,
    head TEXT,
    UNIQUE (session, place),
    FOREIGN KEY (session, head) REFERENCES turn (session, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX session_in_list ON session (updated, id, provider, model, source);

CREATE INDEX turn_by_deletion ON turn (deleted) WHERE deleted IS NOT NULL;

CREATE INDEX turn_by_session ON turn (session, deleted);
