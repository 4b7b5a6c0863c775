-- How many of its number's received messages it stands for: more than one when a delivery was set aside whole (SPEC.md B2).
ALTER TABLE set_aside ADD COLUMN messages BIGINT DEFAULT 1 NOT NULL;
