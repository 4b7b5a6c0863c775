-- When this database was filled from a backup, until the replies that waited in it are in doubt (SPEC.md C5, R4).
CREATE TABLE restored (one INTEGER NOT NULL PRIMARY KEY, at BIGINT NOT NULL);
