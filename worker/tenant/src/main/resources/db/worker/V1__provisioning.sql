-- What the worker remembers for itself. Nothing of the product refers to it, and it refers to nothing of the product.

-- One row per tenant that was ever begun. It outlives a rolled back tenant: a late attempt must not make it again.
CREATE TABLE worker.provisioning (
    tenant uuid PRIMARY KEY,
    -- 'checkout:<session>' or, without one, 'workflow:<id>'.
    business_key text NOT NULL,
    workflow_id text NOT NULL,
    run_id text NOT NULL,
    state text NOT NULL CHECK (state IN ('running', 'retained', 'completed', 'compensated')),
    created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX provisioning_one_open_per_key ON worker.provisioning (business_key)
    WHERE state IN ('running', 'retained');
CREATE INDEX provisioning_by_key ON worker.provisioning (business_key);

-- From a seed and the pepper the user's temporary password is computed. Deleted once the welcome e-mail has been accepted.
CREATE TABLE worker.password_seed (
    tenant uuid NOT NULL,
    user_id uuid NOT NULL,
    seed bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (tenant, user_id)
);

-- E-mails that a provider has accepted, so that a repeated step sends nothing.
CREATE TABLE worker.email_log (
    idempotency_key text PRIMARY KEY,
    tenant text NOT NULL,
    message_id text NOT NULL,
    sent_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX email_log_by_tenant ON worker.email_log (tenant);
