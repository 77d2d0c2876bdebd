import type {
  AccessRequestTable,
  InviteTable,
  MemberGrantTable,
  PermissionUseTable,
  RolePreviewTable,
  RoleVersionTable,
} from './access/table.ts'
import type { AccountTable, ClockTable } from './account/table.ts'
import type { AuditTable, EventTable } from './audit/table.ts'
import type {
  AlarmTable,
  AttemptTable,
  CredentialTable,
  SessionTable,
  SettingTable,
  UserTable,
  VerificationTable,
} from './identity/table.ts'
import type { ChatReadTable, ChatTable, ContactTable, MessageTable, VisitorTable } from './inbox/table.ts'
import type { ApiTokenTable, DepartmentMemberTable, DepartmentTable, MemberTable, RoleTable } from './team/table.ts'

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
  invite: InviteTable
  role_version: RoleVersionTable
  member_grant: MemberGrantTable
  access_request: AccessRequestTable
  permission_use: PermissionUseTable
  role_preview: RolePreviewTable
  alarm: AlarmTable
  identity_user: UserTable
  identity_session: SessionTable
  identity_credential: CredentialTable
  identity_verification: VerificationTable
  attempt: AttemptTable
  setting: SettingTable
}
