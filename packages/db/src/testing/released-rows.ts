// A row in each table of the version before, written down: what a seed writes today may be of a later shape.

const id = (n: number) => `6f1c1d3e-0000-4000-8000-00000000000${n}`
export const account = id(0)
const [role, member, department, contact, chat] = [1, 2, 3, 4, 5].map(id)
const soon = `now() + interval '1 hour'`

export const releasedRows: readonly string[] = [
  `insert into account (id, name, plan) values ('${account}', 'Harbour Books', 'pro')`,
  `insert into clock (account_id, now) values ('${account}', 1)`,
  `insert into identity_user (id, name, email) values ('una', 'Una', 'una@example.test')`,
  `insert into identity_session (id, user_id, account_id, token, expires_at) values ('s', 'una', '${account}', 't', ${soon})`,
  `insert into identity_credential (id, user_id, account_id, provider_id, password)
    values ('c', 'una', 'una', 'credential', 'hash')`,
  `insert into identity_verification (id, identifier, value, expires_at) values ('v', 'reset', 'una', ${soon})`,
  `insert into attempt (key, count, window_ends_at) values ('k', 1, ${soon})`,
  `insert into setting (key, value) values ('secret', '"kept"')`,
  `insert into alarm (account_id, at) values ('${account}', ${soon})`,
  `insert into role (account_id, id, name, preset) values ('${account}', '${role}', 'Agent', 'Agent')`,
  `insert into role_version (account_id, role_id, version, name, permissions, full_sections, chat_scope, unassigned, by_name)
    values ('${account}', '${role}', 1, 'Agent', '{}', '{}', 'all', true, 'Una')`,
  `insert into member (account_id, id, user_id, role_id) values ('${account}', '${member}', 'una', '${role}')`,
  `insert into role_preview (account_id, id, member_id, name, permissions, full_sections, chat_scope, unassigned, expires_at)
    values ('${account}', '${id(6)}', '${member}', 'Agent', '{}', '{}', 'all', true, ${soon})`,
  `insert into invite (account_id, id, email, role_id, token_hash, expires_at)
    values ('${account}', '${id(6)}', 'new@example.test', '${role}', 'hash', ${soon})`,
  `insert into department (account_id, id, name) values ('${account}', '${department}', 'Sales')`,
  `insert into department_member values ('${account}', '${department}', '${member}')`,
  `insert into api_token (account_id, id, member_id, name, token_hash, hint, permissions)
    values ('${account}', '${id(6)}', '${member}', 'Bot', 'hash', 'hint', '{inbox.view}')`,
  `insert into member_grant (account_id, id, member_id, permission, given_name)
    values ('${account}', '${id(6)}', '${member}', 'inbox.view', 'Una')`,
  `insert into access_request (account_id, id, member_id, permission, reason)
    values ('${account}', '${id(6)}', '${member}', 'inbox.delete', 'Spam')`,
  `insert into permission_use values ('${account}', '${member}', 'inbox.view', now())`,
  `insert into contact (account_id, id, name, tags) values ('${account}', '${contact}', 'Vera', '{vip}')`,
  `insert into chat (account_id, id, contact_id, assignee_id, department_id, last_seq)
    values ('${account}', '${chat}', '${contact}', '${member}', '${department}', 1)`,
  `insert into chat_read values ('${account}', '${chat}', '${member}', 1)`,
  `insert into message (account_id, id, chat_id, seq, author_kind, author_id, author_name, kind, body)
    values ('${account}', '${id(6)}', '${chat}', 1, 'visitor', '${contact}', 'Vera', 'message', 'Hello')`,
  `insert into visitor (account_id, id, contact_id, chat_id, secret_hash)
    values ('${account}', '${id(6)}', '${contact}', '${chat}', 'hash')`,
  `insert into event (account_id, id, type, data) values ('${account}', 1, 'switches', '{"type":"switches"}')`,
  `insert into audit (account_id, actor_kind, actor_name, action, subject_kind, detail)
    values ('${account}', 'member', 'Una', 'chat.close', 'chat', '{}')`,
]
