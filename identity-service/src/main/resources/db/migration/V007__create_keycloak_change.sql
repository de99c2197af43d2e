-- The outbox towards Keycloak: one row per user of ours, due while synced < revision. What he shall look like is read
-- from the member when it is sent, so a later change overtakes an earlier one. Rows stay: a subject is never used
-- twice.
create table keycloak_change (
    subject text constraint keycloak_change_key primary key,
    member_id uuid not null,
    revision bigint not null default 1,
    synced bigint not null default 0,
    invited boolean not null default true,
    attempts int not null default 0,
    due_at timestamptz not null,
    lease uuid,
    failure text
);
create index keycloak_change_due on keycloak_change (due_at) where synced < revision;
create index keycloak_change_member on keycloak_change (member_id);
grant update on keycloak_change to ${app};

-- How a log-in that was begun at Keycloak ended. The key decides between a slow commit and the janitor.
create table log_in_outcome (
    attempt uuid constraint log_in_outcome_key primary key,
    outcome text not null constraint log_in_outcome_known check (outcome in ('KEPT', 'ABANDONED')),
    at timestamptz not null
);
