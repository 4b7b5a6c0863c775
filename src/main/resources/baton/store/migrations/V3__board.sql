-- What the reconciliation board shows, kept instead of counted anew (SPEC.md B2).

-- A projection: where the delivered entries of a day went; folded from the journal.
CREATE TABLE placed (
    utc_day VARCHAR NOT NULL,
    number  VARCHAR NOT NULL,
    shown   BIGINT  NOT NULL,
    waiting BIGINT  NOT NULL,
    PRIMARY KEY (utc_day, number)
);

-- When a change began to wait: its day is the one it moves on.
ALTER TABLE awaited ADD COLUMN at BIGINT DEFAULT 0 NOT NULL;

-- Counted at the delivery as in received, by the hour (hours since 1970 in UTC) and without what came again: the usual of an hour.
CREATE TABLE received_hours (
    number   VARCHAR NOT NULL,
    utc_hour BIGINT  NOT NULL,
    messages BIGINT  NOT NULL,
    last     BIGINT  NOT NULL,
    PRIMARY KEY (number, utc_hour)
);
