"""The tables, as the list of steps that lead to them.

A file's `user_version` is the number of steps it has been through. A step that has been released is
never edited: a change is a new step, which says all of itself, though another says much the same.
"""

__all__ = ["APPLICATION_ID", "MIGRATIONS", "TABLES"]

APPLICATION_ID = 0x50575245
"""Marks the file as ours in SQLite's header (`PWRE`)."""

TABLES = (
    "state",
    "variables",
    "transactions",
    "outbox",
    "given_up",
    "cached_tokens",
    "security_log",
    "local_lists",
    "listed_tokens",
    "charging_profiles",
)
"""Those of the newest format."""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE state (
        station TEXT NOT NULL,
        key     TEXT NOT NULL,
        value   TEXT NOT NULL,
        PRIMARY KEY (station, key)
    ) WITHOUT ROWID;

    CREATE TABLE variables (
        station            TEXT NOT NULL,
        component          TEXT NOT NULL,
        component_instance TEXT NOT NULL DEFAULT '',
        evse               INTEGER NOT NULL DEFAULT 0,
        connector          INTEGER NOT NULL DEFAULT 0,
        variable           TEXT NOT NULL,
        variable_instance  TEXT NOT NULL DEFAULT '',
        attribute          TEXT NOT NULL DEFAULT 'Actual',
        value              TEXT NOT NULL,
        PRIMARY KEY (station, component, component_instance, evse, connector,
                     variable, variable_instance, attribute)
    ) WITHOUT ROWID;

    CREATE TABLE transactions (
        number   INTEGER PRIMARY KEY AUTOINCREMENT,
        station  TEXT NOT NULL,
        id       TEXT NOT NULL,   -- the station's own id, never given out twice
        evse     INTEGER NOT NULL,
        ended    INTEGER NOT NULL DEFAULT 0,
        csms_id  INTEGER,         -- what a CSMS of OCPP 1.6 calls it
        body     TEXT NOT NULL,   -- JSON, the station's own description
        UNIQUE (station, id)
    );
    CREATE INDEX transactions_by_csms_id ON transactions (station, csms_id);

    CREATE TABLE outbox (
        id             INTEGER PRIMARY KEY AUTOINCREMENT,  -- the order of sending
        station        TEXT NOT NULL,
        lane           TEXT NOT NULL CHECK (lane IN ('transaction', 'notification')),
        coalesce_key   TEXT,          -- a newer row of the key replaces an unsent one
        transaction_id TEXT,
        event          TEXT NOT NULL, -- JSON, what happened, in no version's words
        offline        INTEGER NOT NULL DEFAULT 0,
        message_id     TEXT NOT NULL, -- of the latest attempt, or of the first one to come
        attempts       INTEGER NOT NULL DEFAULT 0,
        refusals       INTEGER NOT NULL DEFAULT 0, -- attempts that were answered with an error
        timeouts       INTEGER NOT NULL DEFAULT 0, -- attempts that were not answered in time
        wire           TEXT           -- JSON [version, action, payload] as it was first sent
    );
    CREATE INDEX outbox_by_station ON outbox (station, lane, id);
    CREATE INDEX outbox_by_transaction ON outbox (station, transaction_id);
    """,
    # The outbox without AUTOINCREMENT, which writes a page more for each message, and with indexes
    # that find what waits, what may be dropped and what is replaced without reading the rest.
    """
    ALTER TABLE transactions ADD COLUMN opening TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE transactions ADD COLUMN told TEXT NOT NULL DEFAULT '';
    UPDATE transactions SET told = '1.6' WHERE csms_id IS NOT NULL;

    ALTER TABLE outbox RENAME TO outbox_1;
    DROP INDEX outbox_by_station;
    DROP INDEX outbox_by_transaction;
    CREATE TABLE outbox (
        id             INTEGER PRIMARY KEY,  -- the order of sending
        station        TEXT NOT NULL,
        lane           TEXT NOT NULL CHECK (lane IN ('transaction', 'notification')),
        coalesce_key   TEXT,          -- a newer row of the key replaces an unsent one
        transaction_id TEXT,
        intermediate   INTEGER NOT NULL DEFAULT 0, -- may be dropped when the outbox is full
        event          TEXT NOT NULL, -- JSON, what happened, in no version's words
        offline        INTEGER NOT NULL DEFAULT 0,
        message_id     TEXT NOT NULL, -- of the latest attempt, or of the first one to come
        attempts       INTEGER NOT NULL DEFAULT 0,
        refusals       INTEGER NOT NULL DEFAULT 0, -- attempts that were answered with an error
        timeouts       INTEGER NOT NULL DEFAULT 0, -- attempts that were not answered in time
        wire           TEXT           -- JSON [version, action, payload, ahead] as first sent
    );
    INSERT INTO outbox SELECT id, station, lane, coalesce_key, transaction_id,
        coalesce(lane = 'transaction' AND json_extract(event, '$.event_type') = 'Updated'
                 AND json_extract(event, '$.id_token') IS NULL
                 AND json_extract(event, '$.remote_start_id') IS NULL
                 AND NOT json_extract(event, '$.power_path_closed_first'), 0),
        event, offline, message_id, attempts, refusals, timeouts, wire FROM outbox_1 ORDER BY id;
    DROP TABLE outbox_1;
    CREATE INDEX outbox_by_station ON outbox (station, lane, id);
    CREATE INDEX outbox_by_transaction ON outbox (station, transaction_id, intermediate);
    CREATE INDEX outbox_by_key ON outbox (station, coalesce_key) WHERE coalesce_key IS NOT NULL;
    """,
    # What was given up is kept, so that somebody can settle it by hand.
    """
    CREATE TABLE given_up (
        id             INTEGER PRIMARY KEY,
        station        TEXT NOT NULL,
        at             TEXT NOT NULL, -- the station's time of day, ISO 8601
        why            TEXT NOT NULL,
        transaction_id TEXT,
        event          TEXT NOT NULL, -- what the CSMS does not know
        message_id     TEXT NOT NULL, -- of the last attempt
        attempts       INTEGER NOT NULL,
        wire           TEXT           -- what was last sent
    );
    CREATE INDEX given_up_by_station ON given_up (station, id);
    """,
    # Which lanes there are is the business of `store.lanes`, not of the file.
    """
    ALTER TABLE outbox RENAME TO outbox_3;
    DROP INDEX outbox_by_station;
    DROP INDEX outbox_by_transaction;
    DROP INDEX outbox_by_key;
    CREATE TABLE outbox (
        id             INTEGER PRIMARY KEY,  -- the order of sending
        station        TEXT NOT NULL,
        lane           TEXT NOT NULL,
        coalesce_key   TEXT,          -- a newer row of the key replaces an unsent one
        transaction_id TEXT,
        intermediate   INTEGER NOT NULL DEFAULT 0, -- may be dropped when the outbox is full
        event          TEXT NOT NULL, -- JSON, what happened, in no version's words
        offline        INTEGER NOT NULL DEFAULT 0,
        message_id     TEXT NOT NULL, -- of the latest attempt, or of the first one to come
        attempts       INTEGER NOT NULL DEFAULT 0,
        refusals       INTEGER NOT NULL DEFAULT 0, -- attempts that were answered with an error
        timeouts       INTEGER NOT NULL DEFAULT 0, -- attempts that were not answered in time
        wire           TEXT           -- JSON [version, action, payload, opens, ahead] as first sent
    );
    INSERT INTO outbox SELECT id, station, lane, coalesce_key, transaction_id, intermediate,
        event, offline, message_id, attempts, refusals, timeouts, wire FROM outbox_3 ORDER BY id;
    DROP TABLE outbox_3;
    CREATE INDEX outbox_by_station ON outbox (station, lane, id);
    CREATE INDEX outbox_by_transaction ON outbox (station, transaction_id, intermediate);
    CREATE INDEX outbox_by_key ON outbox (station, coalesce_key) WHERE coalesce_key IS NOT NULL;
    """,
    # The authorization cache.
    """
    CREATE TABLE cached_tokens (
        station  TEXT NOT NULL,
        token    TEXT NOT NULL,    -- a hash of the identifier
        kind     TEXT NOT NULL,    -- of the identifier; empty where it was not told
        accepted INTEGER NOT NULL,
        added    INTEGER NOT NULL, -- in which order they came
        updated  INTEGER NOT NULL, -- in which order they were last heard of
        uses     INTEGER NOT NULL, -- how often they were heard of
        at       TEXT NOT NULL,    -- when they were last, the station's time of day, ISO 8601
        body     TEXT NOT NULL,    -- JSON, what the CSMS said of it
        PRIMARY KEY (station, token, kind)
    ) WITHOUT ROWID;
    """,
    # The security log.
    """
    CREATE TABLE security_log (
        id          INTEGER PRIMARY KEY,  -- the order in which it was written
        station     TEXT NOT NULL,
        at          TEXT NOT NULL,        -- the station's time of day, ISO 8601, UTC
        event       TEXT NOT NULL,
        tech_info   TEXT,
        provisional INTEGER NOT NULL DEFAULT 0  -- the time is to be set right once it is known
    );
    CREATE INDEX security_log_by_station ON security_log (station, id);
    """,
    # The local authorization list.
    """
    CREATE TABLE local_lists (
        station TEXT NOT NULL PRIMARY KEY,
        number  INTEGER NOT NULL,  -- of the list that counts; none has had it before
        version INTEGER NOT NULL,  -- what the CSMS calls it
        entries INTEGER NOT NULL,  -- how many it has
        size    INTEGER NOT NULL   -- how many bytes these take
    ) WITHOUT ROWID;

    CREATE TABLE listed_tokens (
        station TEXT NOT NULL,
        list    INTEGER NOT NULL,  -- its number
        token   TEXT NOT NULL,     -- a hash of the identifier
        kind    TEXT NOT NULL,     -- of the identifier; empty where it was not told
        body    TEXT NOT NULL,     -- JSON, what is so of it
        size    INTEGER NOT NULL,  -- bytes that token, kind and body take
        PRIMARY KEY (station, list, token, kind)
    ) WITHOUT ROWID;
    """,
    # Charging profiles.
    """
    CREATE TABLE charging_profiles (
        station TEXT NOT NULL,
        id      INTEGER NOT NULL,
        evse    INTEGER NOT NULL,  -- 0 is the station as a whole
        source  TEXT NOT NULL,     -- who has set it (ChargingLimitSource)
        body    TEXT NOT NULL,     -- JSON, a ChargingProfileType of 2.1
        PRIMARY KEY (station, id)
    ) WITHOUT ROWID;
    """,
)
