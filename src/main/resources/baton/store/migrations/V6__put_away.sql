-- Somebody looked at what is set aside and decided that it is nothing: when, who and why. Replaying its delivery opens it again.
ALTER TABLE set_aside ADD COLUMN put_away BIGINT;
ALTER TABLE set_aside ADD COLUMN put_away_by VARCHAR;
ALTER TABLE set_aside ADD COLUMN put_away_why VARCHAR;
