-- Renewals of temporary passwords that were done, by the step that did them: a late attempt of that step must not make void what was
-- mailed meanwhile.
CREATE TABLE worker.password_renewal (
    renewal uuid PRIMARY KEY,
    tenant uuid NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
