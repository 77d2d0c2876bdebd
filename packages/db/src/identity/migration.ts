import { beforeWall } from '../wall/behind.ts'

// Who can sign in: better-auth's tables under our names. A person may work in several accounts, so these stand before
// the tenant wall. Their ids are text because better-auth looks rows up by whatever a request holds, and a malformed uuid
// would be a database error instead of "not found".

export const tables = [
  `create table identity_user (
    id text primary key,
    name text not null,
    email text not null unique,
    email_verified boolean not null default false,
    image text,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now()
  )`,
  `create unique index identity_user_email on identity_user (lower(email))`,
  `create table identity_session (
    id text primary key,
    user_id text not null references identity_user (id) on delete cascade,
    account_id uuid references account (id) on delete cascade,
    token text not null unique,
    expires_at timestamptz(3) not null,
    ip_address text,
    user_agent text,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now()
  )`,
  `create index identity_session_user on identity_session (user_id)`,
  `create table identity_credential (
    id text primary key,
    user_id text not null references identity_user (id) on delete cascade,
    account_id text not null,
    provider_id text not null,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz(3),
    refresh_token_expires_at timestamptz(3),
    scope text,
    password text,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now()
  )`,
  `create index identity_credential_user on identity_credential (user_id)`,
  `create table identity_verification (
    id text primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz(3) not null,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now()
  )`,
  `create index identity_verification_identifier on identity_verification (identifier)`,
]

export const wall = ['identity_user', 'identity_session', 'identity_credential', 'identity_verification'].flatMap(
  beforeWall,
)
