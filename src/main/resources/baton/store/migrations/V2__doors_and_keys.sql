-- What is not folded from the journal: answers already given, raw deliveries, sign-in, the volatile lane.

CREATE TABLE answers (
    person VARCHAR NOT NULL,
    id     VARCHAR NOT NULL,
    at     BIGINT  NOT NULL,
    body   VARCHAR NOT NULL,
    PRIMARY KEY (person, id)
);
CREATE INDEX answers_by_age ON answers (at);

-- One line a day: how many deliveries, how many bytes, and a chained hash that stays when the bodies are dropped.
CREATE TABLE raw_days (
    utc_day    VARCHAR NOT NULL PRIMARY KEY,
    deliveries BIGINT  NOT NULL,
    bytes      BIGINT  NOT NULL,
    hash       VARCHAR NOT NULL
);

-- What was received, per number and day of the hub's clock in UTC; counted from the delivery, not from what was shown.
CREATE TABLE received (
    utc_day  VARCHAR NOT NULL,
    number   VARCHAR NOT NULL,
    messages BIGINT  NOT NULL,
    doubled  BIGINT  NOT NULL,
    PRIMARY KEY (utc_day, number)
);

CREATE TABLE set_aside (
    id       BIGINT  NOT NULL PRIMARY KEY,
    delivery VARCHAR NOT NULL,
    at       BIGINT  NOT NULL,
    number   VARCHAR,
    wamid    VARCHAR,
    reason   VARCHAR NOT NULL,
    why      VARCHAR NOT NULL,
    hash     VARCHAR NOT NULL,
    replayed BIGINT,
    body     ${bytes} NOT NULL
);
CREATE INDEX set_aside_open ON set_aside (replayed, at);
CREATE INDEX set_aside_of_delivery ON set_aside (delivery);

CREATE TABLE credentials (
    person VARCHAR NOT NULL PRIMARY KEY,
    hash   VARCHAR NOT NULL
);

CREATE TABLE sessions (
    token   VARCHAR NOT NULL PRIMARY KEY,
    person  VARCHAR NOT NULL,
    since   BIGINT  NOT NULL,
    until   BIGINT  NOT NULL
);
CREATE INDEX sessions_of_person ON sessions (person);

CREATE TABLE leases (
    name   VARCHAR NOT NULL PRIMARY KEY,
    holder VARCHAR NOT NULL,
    until  BIGINT  NOT NULL
);

CREATE TABLE touches (
    conversation BIGINT  NOT NULL,
    person       VARCHAR NOT NULL,
    last_input   BIGINT  NOT NULL,
    typing_until BIGINT  NOT NULL,
    lease_until  BIGINT,
    changed      BIGINT  NOT NULL,
    PRIMARY KEY (conversation, person)
);
CREATE INDEX touches_changed ON touches (changed);
