-- What belongs to the person at this desk and exists nowhere else: drafts, outbox, layout, sign-in. Never dropped.

CREATE TABLE kept (
    kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    body VARCHAR NOT NULL,
    PRIMARY KEY (kind, name)
);
