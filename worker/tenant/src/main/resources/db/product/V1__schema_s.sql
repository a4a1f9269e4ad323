-- The product's tables that provisioning touches, as its own migrations leave them in July 2025. Only for a database that is ours alone:
-- where the product's migrations run, these tables exist already and this file is not used.

CREATE TABLE public.tenants (
    tenant uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    company_name text NOT NULL,
    phone_number text,
    industry text,
    payment_platform_id text,
    payment_method_id text,
    auth_service_id text,
    plan text,
    email text NOT NULL,
    created_at timestamptz,
    updated_at timestamptz DEFAULT CURRENT_TIMESTAMP,
    tax_id_number varchar(255)
);

CREATE TABLE public.users (
    tenant uuid NOT NULL REFERENCES public.tenants,
    user_id uuid NOT NULL DEFAULT gen_random_uuid(),
    username text NOT NULL,
    hashed_password text NOT NULL,
    first_name text,
    last_name text,
    icon text,
    auth_method text,
    two_factor_secret text,
    email text NOT NULL,
    date_of_birth timestamptz,
    created_at timestamptz DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamptz DEFAULT CURRENT_TIMESTAMP,
    two_factor_enabled boolean DEFAULT false,
    is_google_user boolean DEFAULT false,
    is_inactive boolean DEFAULT false,
    needs_contact_association boolean DEFAULT false,
    rate bigint,
    user_type text NOT NULL DEFAULT 'internal' CHECK (user_type IN ('internal', 'client')),
    contact_id uuid,
    phone varchar(255),
    timezone varchar(255),
    PRIMARY KEY (tenant, user_id, email),
    UNIQUE (tenant, user_id)
);
CREATE INDEX users_contact_id ON public.users (contact_id);

CREATE TABLE public.companies (
    tenant uuid NOT NULL REFERENCES public.tenants,
    company_id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
    company_name text NOT NULL,
    url text,
    status text,
    type text,
    billing_type text,
    payment_terms text,
    preferred_payment_method text,
    invoice_delivery_method text,
    client_type text,
    notes text,
    properties jsonb,
    credit_limit bigint,
    credit_balance integer,
    auto_invoice boolean DEFAULT false,
    is_inactive boolean DEFAULT false,
    is_tax_exempt boolean NOT NULL DEFAULT false,
    tax_exemption_certificate varchar(255),
    tax_id_number varchar(255),
    timezone varchar(255),
    billing_email varchar(255),
    region_code varchar(255),
    billing_cycle text NOT NULL DEFAULT 'monthly'
        CHECK (billing_cycle IN ('weekly', 'bi-weekly', 'monthly', 'quarterly', 'semi-annually', 'annually')),
    notes_document_id uuid,
    invoice_template_id uuid,
    billing_contact_id uuid,
    account_manager_id uuid,
    created_at timestamptz DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamptz DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (tenant, company_id),
    UNIQUE (tenant, company_name),
    FOREIGN KEY (tenant, account_manager_id) REFERENCES public.users (tenant, user_id)
);

CREATE TABLE public.roles (
    tenant uuid NOT NULL REFERENCES public.tenants,
    role_id uuid NOT NULL DEFAULT gen_random_uuid(),
    role_name text NOT NULL,
    description text,
    created_at timestamptz DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamptz DEFAULT CURRENT_TIMESTAMP,
    msp boolean NOT NULL DEFAULT true,
    client boolean NOT NULL DEFAULT false,
    PRIMARY KEY (tenant, role_id)
);
CREATE INDEX roles_msp ON public.roles (msp);
CREATE INDEX roles_client ON public.roles (client);

CREATE TABLE public.user_roles (
    tenant uuid NOT NULL REFERENCES public.tenants,
    user_id uuid NOT NULL,
    role_id uuid NOT NULL,
    created_at timestamptz DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (tenant, user_id, role_id),
    FOREIGN KEY (tenant, user_id) REFERENCES public.users (tenant, user_id),
    FOREIGN KEY (tenant, role_id) REFERENCES public.roles (tenant, role_id)
);

CREATE TABLE public.tenant_companies (
    tenant uuid NOT NULL REFERENCES public.tenants ON DELETE CASCADE,
    company_id uuid NOT NULL REFERENCES public.companies (company_id) ON DELETE CASCADE,
    is_default boolean NOT NULL DEFAULT false,
    deleted_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (tenant, company_id)
);
CREATE UNIQUE INDEX tenant_companies_one_default ON public.tenant_companies (tenant) WHERE is_default = true;

CREATE TABLE public.tenant_settings (
    tenant uuid PRIMARY KEY REFERENCES public.tenants ON DELETE CASCADE,
    onboarding_completed boolean DEFAULT false,
    onboarding_completed_at timestamptz,
    onboarding_skipped boolean DEFAULT false,
    onboarding_data jsonb,
    settings jsonb,
    created_at timestamptz DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamptz DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE public.tenant_email_settings (
    id serial PRIMARY KEY,
    tenant_id varchar(255) NOT NULL UNIQUE,
    default_from_domain varchar(255),
    custom_domains json DEFAULT '[]',
    email_provider text DEFAULT 'smtp' CHECK (email_provider IN ('smtp', 'resend', 'hybrid')),
    provider_configs json DEFAULT '[]',
    fallback_enabled boolean DEFAULT true,
    tracking_enabled boolean DEFAULT false,
    max_daily_emails integer,
    created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
