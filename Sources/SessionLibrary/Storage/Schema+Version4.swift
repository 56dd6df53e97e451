/// What version 4 added. Older versions can still read it, and show what was deleted as long as it is
/// there: `min_reader` stays as it is.
extension Schema {
    /// `deleted`: the process that may still take the deletion back; at its end the turn goes.
    /// `choice`: which of its answer's choices a turn says.
    ///
    /// `template`: a prompt as it was written, where `content` has its variables' values; those are in
    /// the session's `variables`, for its next prompts.
    static let changes = """
        ALTER TABLE turn ADD COLUMN deleted INTEGER REFERENCES owner (number);
        ALTER TABLE turn ADD COLUMN choice INTEGER NOT NULL DEFAULT 0 CHECK (choice >= 0);
        CREATE INDEX turn_by_deletion ON turn (deleted) WHERE deleted IS NOT NULL;
        DROP INDEX turn_by_session;
        CREATE INDEX turn_by_session ON turn (session, deleted);
        ALTER TABLE turn ADD COLUMN template TEXT;
        ALTER TABLE session ADD COLUMN variables TEXT NOT NULL DEFAULT '{}' CHECK (substr(variables, 1, 1) = '{');

        """
}
