-- The columns that Ralph writes. What has the same time and id is one statement.
CREATE TABLE IF NOT EXISTS xapi.statements
(
    event_id UUID,
    emission_time DateTime64(6),
    event String
)
ENGINE = ReplacingMergeTree
ORDER BY (emission_time, event_id);
