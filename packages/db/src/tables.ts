import type { AccessTables } from './access/table.ts'
import type { AccountTables } from './account/table.ts'
import type { ApiTokensTables } from './api-tokens/table.ts'
import type { AuditTables } from './audit/table.ts'
import type { ContactsTables } from './contacts/table.ts'
import type { DepartmentsTables } from './departments/table.ts'
import type { IdentityTables } from './identity/table.ts'
import type { InboxTables } from './inbox/table.ts'
import type { LettersTables } from './letters/table.ts'
import type { LimitsTables } from './limits/table.ts'
import type { OutboxTables } from './outbox/table.ts'
import type { RolesTables } from './roles/table.ts'
import type { SetupTables } from './setup/table.ts'
import type { SightingsTables } from './sightings/table.ts'
import type { TeamTables } from './team/table.ts'
import type { UsageTables } from './usage/table.ts'
import type { VisitorTables } from './visitor/table.ts'

// The tables, as Kysely sees them. The migrations of the same folders make them; a test compares the two.
// Every table with an account_id is behind the tenant wall (wall/) and keyed (account_id, id).

export interface Tables
  extends AccountTables,
    IdentityTables,
    LimitsTables,
    LettersTables,
    SetupTables,
    RolesTables,
    TeamTables,
    DepartmentsTables,
    ApiTokensTables,
    AccessTables,
    UsageTables,
    SightingsTables,
    ContactsTables,
    InboxTables,
    VisitorTables,
    OutboxTables,
    AuditTables {}
