/// What version 3 added. Older versions can still read it: `min_reader` stays as it is.
extension Schema {
    /// A session's row has the lane that its next prompt goes to, and its place among the lanes;
    /// the others are here.
    static let lanes = """
        ALTER TABLE session ADD COLUMN place INTEGER NOT NULL DEFAULT 0 CHECK (place >= 0);

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

        """

    /// What only ``views(of:)`` show of an older version's library becomes rows.
    static let filling = """
        INSERT INTO lane (session, place, provider, base_url, model, parameters, system, head)
        \(lanesOfVersion2);
        UPDATE turn SET refusal = \(refusal), attachments = \(attachments)
        WHERE exchange IN (SELECT id FROM exchange WHERE \(isUnusual));

        """

    /// The lanes that versions before 3 showed of a session, from its second one on: answers that
    /// were asked for in one go, by their equal times, of which one was cut short. Each was sent as
    /// its exchange says.
    private static let lanesOfVersion2 = """
        SELECT session, place, provider, base_url, model, parameters, system, head FROM (
            SELECT session.id AS session,
                row_number() OVER (PARTITION BY session.id ORDER BY beside.number) AS place,
                coalesce(exchange.provider, beside.provider, session.provider) AS provider,
                iif(exchange.id IS NULL, session.base_url, exchange.base_url) AS base_url,
                coalesce(exchange.model, session.model) AS model,
                coalesce(exchange.parameters, session.parameters) AS parameters,
                session.system AS system, beside.id AS head
            FROM main.session AS session
            JOIN main.turn AS last ON last.session = session.id AND last.id = coalesce(
                session.head, (SELECT id FROM main.turn WHERE turn.session = session.id
                    ORDER BY number DESC LIMIT 1))
            JOIN main.turn AS beside ON beside.session = session.id
                AND beside.created = last.created AND beside.id <> last.id
            LEFT JOIN main.exchange AS exchange ON exchange.id = beside.exchange
            WHERE last.role = 'assistant' AND beside.role = 'assistant' AND EXISTS (
                SELECT 1 FROM main.turn AS cut WHERE cut.session = session.id
                    AND cut.created = last.created AND cut.role = 'assistant'
                    AND cut.state IN ('interrupted', 'streaming'))
        ) WHERE place < 4
        """

    /// `message`: the whole of a message, where its columns do not say everything. The columns
    /// always have its plain text, where it is looked for.
    ///
    /// `refusal` and `attachments` stood in the exchange alone, behind its request's whole body.
    static let messages = """
        ALTER TABLE turn ADD COLUMN message TEXT CHECK (substr(message, 1, 1) = '{');
        ALTER TABLE turn ADD COLUMN refusal TEXT NOT NULL DEFAULT '';
        ALTER TABLE turn ADD COLUMN attachments TEXT CHECK (substr(attachments, 1, 1) = '{');

        """

    /// Whether an exchange's answer has more than the turns of version 2 had columns for.
    private static let isUnusual = """
        (turn IS NOT NULL AND (instr(answer, '"refusal":') OR instr(answer, '"attachments":'))
            AND json_valid(answer))
        """

    private static let refusal = "coalesce(\(first("refusal")), '')"
    private static let attachments = first("attachments")

    /// What the first choice has of the answer that brought a turn.
    private static func first(_ member: String) -> String {
        """
        (SELECT json_extract(answer, '$.choices[0].\(member)') FROM main.exchange AS exchange
            WHERE exchange.id = turn.exchange AND \(isUnusual))
        """
    }

    /// The turns of a session in order, and a list of sessions, without looking at others.
    static let lists = """
        CREATE INDEX turn_by_session ON turn (session);
        DROP INDEX session_by_update;
        CREATE INDEX session_in_list ON session (updated, id, provider, model, source);

        """

    private static let sinceVersion4 = "NULL AS deleted, 0 AS choice, NULL AS template"

    /// What a library of an older version looks like to this one where it may not be written: views
    /// that have what the migrations would have added.
    static func views(of version: Int) -> String {
        guard version < 3 else {
            return """
                CREATE TEMP VIEW session AS SELECT *, '{}' AS variables FROM main.session;
                CREATE TEMP VIEW turn AS SELECT *, \(sinceVersion4) FROM main.turn;
                """
        }
        return """
            CREATE TEMP VIEW session AS
                SELECT *, 0 AS place, '{}' AS variables
                \(version < 2 ? ", 'workbench' AS source" : "") FROM main.session;
            CREATE TEMP VIEW turn AS
                SELECT *, NULL AS message, \(refusal) AS refusal, \(attachments) AS attachments,
                    \(sinceVersion4)
                \(version < 2 ? ", 0 AS left_out" : "") FROM main.turn AS turn;
            CREATE TEMP VIEW lane AS \(lanesOfVersion2);
            """
    }
}
