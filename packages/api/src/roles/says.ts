import type { Blast, RoleDraft } from '@rolecall/protocol'
import { type Kept, sentences, unknown } from '../work/history.ts'

export interface RoleMade {
  role: string
  after: RoleDraft
  grants: string[]
}

export interface RoleChanged {
  role: string
  version: number
  before: RoleDraft
  after: RoleDraft
  change: Blast['change']
  lines: string[]
}

export interface RoleGone {
  role: string
  before: RoleDraft
  /** What its holders became; null where nobody held it. */
  replacement: string | null
  members: string[]
  invites: string[]
  lines: string[]
}

/** What it is for, before and after. */
export interface RoleDescribed {
  role: string
  from: string
  to: string
}

/** What one role of a file came to. */
export type RoleBrought =
  | ({ what: 'made' | 'changed' | 'deleted' } & (RoleMade | RoleChanged | RoleGone))
  | ({ what: 'described' } & RoleDescribed)

export interface Looked {
  role: string
  draft: boolean
  /** As whom: the role or the member, and in which departments. Entries of old have the role alone. */
  label: string
}

/** The version before, as a new one. */
const before = ({ id, detail: { version } }: Kept) =>
  typeof version === 'number' && version > 1
    ? { call: 'roles.rollBack', input: { roleId: id('role'), version, to: version - 1 } }
    : null

/** Entries of old call the role `name`. */
const renamed = { name: 'role' }

export const says = sentences(
  'roles',
  {
    create: (d: RoleMade & { from: string | null }) => `Made the role ${d.role}`,
    edit: (d: RoleChanged) => `Changed the role ${d.role}`,
    rollBack: (d: RoleChanged & { to: number }) => `Rolled the role ${d.role} back to version ${d.to}`,
    delete: (d: RoleGone) =>
      `Deleted the role ${d.role}${d.replacement === null ? '' : `; its holders became ${d.replacement}`}`,
    describe: (d: RoleDescribed) =>
      d.to === '' ? `Took away what the role ${d.role} is for` : `Wrote down what the role ${d.role} is for: ${d.to}`,
    keepOpen: (d: { role: string }) => `Chose the role ${d.role} to stay open within the plan`,
    restore: (d: RoleMade & { to: number }) => `Restored the deleted role ${d.role} as it was in version ${d.to}`,
    import: (d: RoleBrought) => `Applied a file of roles: ${d.what} ${d.role}`,
    export: () => 'Exported the roles',
    matrixCsv: () => 'Exported which role may do what',
    accessCsv: () => 'Exported who may do what',
    preview: ({ label, role }: Looked) => `Looked at the console as ${label === unknown ? role : label}`,
  },
  renamed,
  {
    create: ({ id }) => ({ call: 'roles.delete', input: { roleId: id('role'), version: 1, replacementId: null } }),
    describe: ({ id, detail: { from } }) => ({
      call: 'roles.describe',
      input: { roleId: id('role'), description: from },
    }),
    edit: before,
    rollBack: before,
    delete: ({ id }) => ({ call: 'roles.restore', input: { roleId: id('role') } }),
  },
)
