-- Who signs in. What identifies an applicant is sealed under a key of that account (D-24) and found by HMAC-SM3;
-- staff names are in the clear, as they stand in every history.
create table identity.account (
    id text primary key,
    kind text not null check (kind in ('person', 'organisation', 'staff')),
    subject text unique,
    name text,
    wrapped_key bytea,
    sealed bytea,
    provider text,
    login text,
    created_at timestamptz not null,
    closed_at timestamptz,
    unique (provider, login),
    check ((kind = 'staff') = (subject is null and wrapped_key is null and sealed is null)),
    check ((kind = 'staff') = (name is not null and provider is not null and login is not null))
);
comment on table identity.account is '账号：申请人（自然人、单位）和工作人员';
comment on column identity.account.login is 'what the identity provider calls this member of staff';

create table identity.post (
    account_id text not null references identity.account,
    role text not null,
    office text not null,
    from_on date not null,
    to_on date,
    primary key (account_id, role, office),
    check (to_on >= from_on)
);
create index post_by_office on identity.post (office, role);
comment on table identity.post is '任职：工作人员在机构的岗位';
comment on column identity.post.to_on is 'last day in the post; null while it lasts';

-- An agent acts for a principal within a scope and between dates (N-22); both are told by their subject.
create table identity.mandate (
    id text primary key,
    principal text not null,
    agent text not null,
    items text[] not null,
    from_on date not null,
    to_on date not null,
    checked_how text not null,
    checked_by text not null,
    checked_at timestamptz not null,
    revoked_at timestamptz,
    check (to_on >= from_on)
);
create index mandate_by_agent on identity.mandate (agent);
create index mandate_by_principal on identity.mandate (principal);
comment on table identity.mandate is '授权：代办人替申请人办事的范围、期限和核验方式';
comment on column identity.mandate.items is 'ids of the services it covers; empty: all';
