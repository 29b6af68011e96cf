-- What a sender has delivered before it could be marked is not counted.

COMMENT ON COLUMN reminders.publish_count IS 'How often it was marked published, and so how long to wait before it is published again. 0 if it was delivered first.';
