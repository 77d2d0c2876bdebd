import type { ColumnType, Generated } from 'kysely'

// The tables, as Kysely sees them. The migrations beside this file make them; a test compares the two.
// Every table with an account_id is behind the tenant wall (wall.ts) and keyed (account_id, id).

type Instant = ColumnType<Date, Date | string, Date | string>
type CreatedAt = ColumnType<Date, Date | string | undefined, never>
type Json<T> = ColumnType<T, string, string>

export interface AccountTable {
  id: string
  name: string
  plan: 'basic' | 'pro' | 'unlimited'
  /** The switch "Our team is online". */
  online: Generated<boolean>
  /** The switch "Widget is shown". */
  widget_shown: Generated<boolean>
  color: Generated<string>
  greeting: Generated<string>
  time_zone: Generated<string>
  /** Labelled demo data: the demo page signs people in here. */
  demo: Generated<boolean>
  created_at: CreatedAt
}

/** One hot little row per account: the id of its newest event. Updating it is what puts an account's commits in order. */
export interface ClockTable {
  account_id: string
  /** Events are dense from 1, in commit order. */
  now: Generated<number>
}

export interface RoleTable {
  account_id: string
  id: string
  /** Unique within the account, also case-insensitively. */
  name: string
  /** A default role's name ('Administrator' …): its permissions come from the code, never from this row. null: custom. */
  preset: string | null
  /** Custom roles only: ticked permissions, by name. */
  permissions: Generated<string[]>
  /** Custom roles only: sections with Full Access, which also cover what the section gains later. */
  full_sections: Generated<string[]>
  chat_scope: Generated<'all' | 'departments' | 'mine'>
  unassigned: Generated<boolean>
  version: Generated<number>
  created_at: CreatedAt
}

export interface MemberTable {
  account_id: string
  id: string
  user_id: string
  role_id: string
  status: Generated<'active' | 'deactivated'>
  /** Not named to visitors. */
  hidden: Generated<boolean>
  created_at: CreatedAt
}

export interface DepartmentTable {
  account_id: string
  id: string
  name: string
  created_at: CreatedAt
}

export interface DepartmentMemberTable {
  account_id: string
  department_id: string
  member_id: string
}

export interface ContactTable {
  account_id: string
  id: string
  name: string
  email: string | null
  phone: string | null
  ip: string | null
  data: Json<Record<string, string>>
  tags: Generated<string[]>
  page: string | null
  device: string | null
  created_at: CreatedAt
  last_seen_at: Instant
}

/** A browser that holds a key to one contact's conversation. Only the hash of the secret is kept. */
export interface VisitorTable {
  account_id: string
  id: string
  contact_id: string
  chat_id: string
  secret_hash: string
  created_at: CreatedAt
}

export interface ChatTable {
  account_id: string
  id: string
  contact_id: string
  status: Generated<'open' | 'closed'>
  assignee_id: string | null
  department_id: string | null
  last_seq: Generated<number>
  /** Newest message that the visitor may see (notes left out), for the list. */
  preview_body: string | null
  preview_kind: 'visitor' | 'member' | 'system' | null
  preview_name: string | null
  preview_author: string | null
  preview_at: Instant | null
  /** Highest seq the visitor has seen. */
  seen_seq: Generated<number>
  /** Visitor messages so far; with chat_read.visitor_count it gives "unread" in one subtraction. */
  visitor_count: Generated<number>
  created_at: CreatedAt
  active_at: Instant
  /** First member reply; null while unanswered. */
  first_reply_at: Instant | null
  closed_at: Instant | null
}

export interface ChatReadTable {
  account_id: string
  chat_id: string
  member_id: string
  visitor_count: number
}

export interface MessageTable {
  account_id: string
  /** Made by the client: a retry with the same id is the same message. */
  id: string
  chat_id: string
  seq: number
  author_kind: 'visitor' | 'member' | 'system'
  author_id: string | null
  author_name: string
  kind: 'message' | 'note' | 'event'
  body: string
  at: CreatedAt
}

/** The outbox: what live streams resume from. Written in the transaction of the change it tells of. */
export interface EventTable {
  account_id: string
  /** clock.now after the change: dense, in commit order. */
  id: number
  /** 'message' 'chat' 'chat.gone' 'contact' 'contact.gone' 'switches' 'session' */
  type: string
  chat_id: string | null
  /** With type 'session': whose rights changed (null: everyone's). */
  member_id: string | null
  /** Where the chat stands after the change (both null with chat_id set: unassigned). */
  assignee_id: string | null
  department_id: string | null
  /** Where it stood before, when that changed: streams that lose it get 'chat.gone'. */
  was_assignee_id: string | null
  was_department_id: string | null
  moved: Generated<boolean>
  /** The LiveEvent (packages/protocol), ready to send. */
  data: Json<unknown>
  at: CreatedAt
}

export interface AuditTable {
  account_id: string
  id: Generated<string>
  /** Member, 'operator' (command line) or 'system'. */
  actor_kind: 'member' | 'operator' | 'system'
  actor_id: string | null
  actor_name: string
  /** The procedure: 'team.setRole', 'inbox.delete', … */
  action: string
  /** What it was done to, e.g. 'member', 'chat'. */
  subject_kind: string
  subject_id: string | null
  /** Before and after, in short. Never message bodies or secrets. */
  detail: Json<unknown>
  at: CreatedAt
}

export interface ApiTokenTable {
  account_id: string
  id: string
  member_id: string
  name: string
  token_hash: string
  /** First characters, to recognise it by. */
  hint: string
  permissions: string[]
  expires_at: Instant | null
  last_used_at: Instant | null
  created_at: CreatedAt
}

/** better-auth's tables, in our own migrations and under our own names (identity.ts maps them). Not per account. */
export interface UserTable {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  created_at: CreatedAt
  updated_at: Instant
}
export interface SessionTable {
  id: string
  user_id: string
  /** The account this session works in. */
  account_id: string | null
  /** As better-auth keeps it. */
  token: string
  expires_at: Instant
  ip_address: string | null
  user_agent: string | null
  created_at: CreatedAt
  updated_at: Instant
}
export interface CredentialTable {
  id: string
  user_id: string
  account_id: string
  provider_id: string
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: Instant | null
  refresh_token_expires_at: Instant | null
  scope: string | null
  password: string | null
  created_at: CreatedAt
  updated_at: Instant
}
export interface VerificationTable {
  id: string
  identifier: string
  value: string
  expires_at: Instant
  created_at: CreatedAt
  updated_at: Instant
}

/** Guesses counted per key and window (sign-in, reset, set-up, visitor start). */
export interface AttemptTable {
  /** 'sign-in:email:<hash>', 'sign-in:ip:<hash>' … */
  key: string
  count: number
  window_ends_at: Instant
}

/** One row per server-wide fact: set-up link's hash, demo flag … */
export interface SettingTable {
  key: string
  value: Json<unknown>
}

export interface Tables {
  account: AccountTable
  clock: ClockTable
  role: RoleTable
  member: MemberTable
  department: DepartmentTable
  department_member: DepartmentMemberTable
  contact: ContactTable
  visitor: VisitorTable
  chat: ChatTable
  chat_read: ChatReadTable
  message: MessageTable
  event: EventTable
  audit: AuditTable
  api_token: ApiTokenTable
  identity_user: UserTable
  identity_session: SessionTable
  identity_credential: CredentialTable
  identity_verification: VerificationTable
  attempt: AttemptTable
  setting: SettingTable
}
