import type { AccountTable, ClockTable } from './tables/account.ts'
import type { ChatReadTable, ChatTable, ContactTable, MessageTable, VisitorTable } from './tables/conversation.ts'
import type {
  AttemptTable,
  CredentialTable,
  SessionTable,
  SettingTable,
  UserTable,
  VerificationTable,
} from './tables/identity.ts'
import type { AuditTable, EventTable } from './tables/record.ts'
import type { ApiTokenTable, DepartmentMemberTable, DepartmentTable, MemberTable, RoleTable } from './tables/team.ts'

// The tables, as Kysely sees them. The migrations beside this file make them; a test compares the two.
// Every table with an account_id is behind the tenant wall (wall.ts) and keyed (account_id, id).

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
