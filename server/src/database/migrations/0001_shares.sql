-- What devices have sealed and handed over. The server has no key to any of it.
--
-- Written for SQLite; `engine.rs` turns the types into those of PostgreSQL. Every `id` is the SHA-256 of a name that only its owner and its
-- readers know, and every token stands here as SHA-256: a copy of this database opens nothing and reaches nothing on the running server.
-- Times are seconds since 1970-01-01 UTC.

CREATE TABLE shares (
    id BLOB NOT NULL PRIMARY KEY,
    manage BLOB NOT NULL,
    reply BLOB NOT NULL,
    long_term INTEGER NOT NULL,
    -- Argon2id, as PHC string.
    passcode TEXT,
    -- Wrong passcodes that are left in the life of the link.
    attempts INTEGER NOT NULL,
    -- Words, so that a flipped bit makes no other state of it.
    state TEXT NOT NULL CHECK (state IN ('active', 'paused', 'restored')),
    expires INTEGER NOT NULL,
    version INTEGER NOT NULL,
    -- SHA-256 of the idempotency key of the newest write of files.
    write_key BLOB,
    updated INTEGER NOT NULL,
    newest_read INTEGER NOT NULL,
    newest_reply INTEGER NOT NULL
) STRICT;

CREATE INDEX shares_by_end ON shares (expires);

CREATE TABLE files (
    share BLOB NOT NULL REFERENCES shares (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    -- SHA-256 of `sealed`: what is handed out is what was handed over.
    sum BLOB NOT NULL,
    PRIMARY KEY (share, place)
) STRICT;

CREATE TABLE reads (
    share BLOB NOT NULL REFERENCES shares (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (share, number)
) STRICT;

CREATE TABLE replies (
    share BLOB NOT NULL REFERENCES shares (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    -- SHA-256 of the name that its writer gave it.
    name BLOB NOT NULL,
    at INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    sum BLOB NOT NULL,
    PRIMARY KEY (share, number),
    UNIQUE (share, name)
) STRICT;

CREATE TABLE circles (
    id BLOB NOT NULL PRIMARY KEY,
    token BLOB NOT NULL,
    version INTEGER NOT NULL,
    write_key BLOB,
    updated INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    sum BLOB NOT NULL
) STRICT;

-- Names that were deleted, so that none comes back.
CREATE TABLE deleted (
    id BLOB NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT;

-- Keys of this server itself, equal for all processes on one database. Never in a backup.
CREATE TABLE secrets (
    name TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT;
