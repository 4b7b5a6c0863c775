-- The journal, its head, and the projections that are updated in the same transaction.
-- SQL common to H2 and PostgreSQL; times are microseconds since 1970 in UTC; ${bytes} is the store's type for bytes.

CREATE TABLE journal (
    seq          BIGINT  NOT NULL PRIMARY KEY,
    at           BIGINT  NOT NULL,
    conversation BIGINT,
    actor        VARCHAR NOT NULL,
    kind         VARCHAR NOT NULL,
    body         VARCHAR NOT NULL
);

-- One row. Whoever locks it may write; its number is the last line of the journal.
CREATE TABLE journal_head (
    one     INTEGER NOT NULL PRIMARY KEY,
    journal VARCHAR NOT NULL,
    seq     BIGINT  NOT NULL,
    at      BIGINT  NOT NULL
);

-- The version of the folds that made the projections below, and the last line they hold.
CREATE TABLE projections (
    one     INTEGER NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    seq     BIGINT  NOT NULL
);

CREATE TABLE conversations (
    id            BIGINT  NOT NULL PRIMARY KEY,
    customer      BIGINT  NOT NULL,
    number        VARCHAR NOT NULL,
    -- customer:number while open, empty when resolved: at most one open conversation per customer and number
    open_key      VARCHAR,
    holder        VARCHAR,
    assignee      VARCHAR,
    waiting_since BIGINT,
    changed       BIGINT  NOT NULL,
    state         VARCHAR NOT NULL
);
CREATE UNIQUE INDEX one_open_conversation ON conversations (open_key);
CREATE INDEX conversations_of_customer ON conversations (customer, number, id);
CREATE INDEX conversations_held ON conversations (holder);
CREATE INDEX conversations_changed ON conversations (changed);

CREATE TABLE messages (
    id           BIGINT  NOT NULL PRIMARY KEY,
    conversation BIGINT  NOT NULL,
    wamid        VARCHAR,
    -- the state of a sending while somebody still has to act on it, empty otherwise
    sending      VARCHAR,
    due_at       BIGINT,
    state        VARCHAR NOT NULL
);
CREATE UNIQUE INDEX one_message_per_wamid ON messages (wamid);
CREATE INDEX messages_of_conversation ON messages (conversation, id);
CREATE INDEX messages_to_send ON messages (sending, due_at);

CREATE TABLE customers (
    id    BIGINT  NOT NULL PRIMARY KEY,
    state VARCHAR NOT NULL
);

CREATE TABLE identities (
    kind     VARCHAR NOT NULL,
    name     VARCHAR NOT NULL,
    customer BIGINT  NOT NULL,
    PRIMARY KEY (kind, name)
);

CREATE TABLE people (
    id    VARCHAR NOT NULL PRIMARY KEY,
    state VARCHAR NOT NULL
);

-- Changes that arrived before the message they change.
CREATE TABLE awaited (
    seq   BIGINT  NOT NULL PRIMARY KEY,
    wamid VARCHAR NOT NULL,
    state VARCHAR NOT NULL
);
CREATE INDEX awaited_message ON awaited (wamid);

-- Marks of entries that leave no row of their own (reactions, edits, deletions, account notices): known when delivered again.
CREATE TABLE seen (
    mark VARCHAR NOT NULL PRIMARY KEY,
    seq  BIGINT  NOT NULL
);

-- How many sendings stand where; for health and metrics.
CREATE TABLE sending_counts (
    state VARCHAR NOT NULL PRIMARY KEY,
    total BIGINT  NOT NULL
);
