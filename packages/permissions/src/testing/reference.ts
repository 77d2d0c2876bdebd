// The same decision written a second time, as plainly as possible: sets of strings, typed by hand, nothing shared with
// the engine. Where the two differ, one of them is wrong.

const sections: Record<string, string> = {
  inbox: 'view reply assign close delete',
  contacts: 'view details edit import export delete',
  replies: 'use manage',
  chatbot: 'manage',
  reports: 'view export',
  team: 'status view invite manage administrators departments',
  widget: 'visibility customize',
  roles: 'view manage',
  account: 'view manage',
  email: 'view manage',
  notifications: 'manage',
  domains: 'view manage',
  billing: 'view card details plan cancel',
  api: 'manage',
  webhooks: 'manage',
  security: 'manage',
  audit: 'view',
}

export const everything = new Set(
  Object.entries(sections).flatMap(([section, actions]) => actions.split(' ').map((action) => `${section}.${action}`)),
)

/** One line for each thing that is of no use without another. */
const needs = `
inbox.reply inbox.view
inbox.assign inbox.view
inbox.close inbox.view
inbox.delete inbox.view
contacts.details contacts.view
contacts.edit contacts.view
contacts.import contacts.view
contacts.import contacts.edit
contacts.export contacts.view
contacts.delete contacts.view
replies.manage replies.use
reports.export reports.view
team.invite team.view
team.manage team.view
team.administrators team.invite
team.administrators team.manage
team.departments team.view
roles.manage roles.view
account.manage account.view
email.manage email.view
domains.manage domains.view
billing.card billing.view
billing.details billing.view
billing.plan billing.view
billing.cancel billing.view`
  .trim()
  .split('\n')
  .map((line) => line.split(' ') as [string, string])

const ofAgents = `
inbox.view inbox.reply inbox.assign inbox.close inbox.delete
contacts.view contacts.details contacts.edit contacts.import contacts.delete
replies.use replies.manage chatbot.manage widget.customize team.view
account.view account.manage email.view email.manage notifications.manage`

const ofSupport = `
inbox.view inbox.reply inbox.assign inbox.close
contacts.view contacts.details contacts.edit
replies.use notifications.manage`

const ofAdministratorsAlone = 'team.administrators billing.card billing.details billing.plan billing.cancel'

const defaults = new Map([
  ['Administrator', everything],
  ['Supervisor', new Set([...everything].filter((name) => !ofAdministratorsAlone.split(' ').includes(name)))],
  ['Agent', new Set(ofAgents.trim().split(/\s+/))],
  ['Support', new Set(ofSupport.trim().split(/\s+/))],
])

export interface Row {
  preset: string | null
  permissions: string[]
  full_sections: string[]
}

/** A role with the chats that it sees. */
export interface ScopedRow extends Row {
  chat_scope: string
  unassigned: boolean
}

/** What somebody has beside their role. */
export interface Extra {
  permission: string | null
  role: ScopedRow | null
  ends_at: string | null
}

export interface Someone {
  id: string
  role: ScopedRow
  beside: Extra[]
  departmentIds: string[]
}

/** All that somebody holds; `lasting`: without what ends. */
export function heldByMember({ role, beside }: Someone, lasting = false): Set<string> {
  const held = heldBy(role)
  for (const extra of beside) {
    if (lasting && extra.ends_at !== null) continue
    const more = extra.role ?? { preset: null, permissions: [extra.permission ?? ''], full_sections: [] }
    for (const name of heldBy(more)) held.add(name)
  }
  return held
}

/** Whether any of somebody's roles lets them see a chat. */
export function seenBy(
  { id, role, beside, departmentIds }: Someone,
  place: { assigneeId: string | null; departmentId: string | null },
  lasting = false,
): boolean {
  if (place.assigneeId === id) return true
  const roles = [role]
  for (const extra of beside) if (extra.role && !(lasting && extra.ends_at !== null)) roles.push(extra.role)
  for (const { chat_scope, unassigned } of roles) {
    const free = unassigned && place.assigneeId === null
    if (chat_scope === 'all') return true
    if (chat_scope === 'mine' && free) return true
    if (chat_scope === 'departments') {
      if (place.departmentId === null && free) return true
      if (place.departmentId !== null && departmentIds.includes(place.departmentId)) return true
    }
  }
  return false
}

export function heldBy(row: Row): Set<string> {
  if (row.preset !== null) return new Set(defaults.get(row.preset))
  const held = new Set<string>()
  for (const name of everything) {
    if (row.permissions.includes(name) || row.full_sections.includes(name.slice(0, name.indexOf('.')))) held.add(name)
  }
  let grew = true
  while (grew) {
    grew = false
    for (const [name, needed] of needs) {
      if (held.has(name) && !held.has(needed)) {
        held.add(needed)
        grew = true
      }
    }
  }
  return held
}

/** 'allowed', or why not. */
export function decided(held: Set<string>, token: Set<string> | undefined, asked: unknown): string {
  if (typeof asked !== 'string' || !everything.has(asked)) return 'unknown'
  if (!held.has(asked)) return 'role'
  if (token && !token.has(asked)) return 'token'
  return 'allowed'
}
