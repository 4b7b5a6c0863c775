-- What a desk keeps of the hub's projections; made anew whenever its meaning changes. H2 only; times as in the hub's tables.
-- No unique keys beside the ids: a copy is filled page by page and may for a moment hold rows of different moments.

CREATE TABLE replica (
    one     INTEGER NOT NULL PRIMARY KEY,
    -- who made it: release of the tables and folds, hub, person and scope
    made_by VARCHAR NOT NULL,
    -- empty until the first page has come
    journal VARCHAR,
    -- the last line taken in, and the hash of that line if it was seen
    cursor  BIGINT  NOT NULL,
    mark    VARCHAR NOT NULL,
    -- the last line of which a page told, if that is after the cursor, and its hash
    ahead   BIGINT  NOT NULL,
    ahead_mark VARCHAR NOT NULL,
    -- the line at which the copy begins: messages before it are fetched when they are wanted
    begins  BIGINT  NOT NULL,
    -- the next page of the snapshot, empty before the first and after the last
    page    BIGINT,
    filled  BOOLEAN NOT NULL
);

CREATE TABLE conversations (
    id            BIGINT  NOT NULL PRIMARY KEY,
    customer      BIGINT  NOT NULL,
    number        VARCHAR NOT NULL,
    open_key      VARCHAR,
    holder        VARCHAR,
    assignee      VARCHAR,
    waiting_since BIGINT,
    changed       BIGINT  NOT NULL,
    state         VARCHAR NOT NULL
);

CREATE TABLE messages (
    id           BIGINT  NOT NULL PRIMARY KEY,
    conversation BIGINT  NOT NULL,
    wamid        VARCHAR,
    sending      VARCHAR,
    due_at       BIGINT,
    state        VARCHAR NOT NULL
);
CREATE INDEX messages_of_conversation ON messages (conversation, id);

-- From which message on everything of a conversation is here; 0 = from the first. Without a row: what came since the beginning.
CREATE TABLE extents (
    conversation BIGINT NOT NULL PRIMARY KEY,
    since        BIGINT NOT NULL
);

CREATE TABLE customers (
    id    BIGINT  NOT NULL PRIMARY KEY,
    state VARCHAR NOT NULL
);

CREATE TABLE people (
    id    VARCHAR NOT NULL PRIMARY KEY,
    state VARCHAR NOT NULL
);
