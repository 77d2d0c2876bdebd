import { createHash } from 'node:crypto'
import type { NewEvent } from '@rolecall/db'
import { grantsOfRole, toNames } from '@rolecall/permissions'
import type { RolesDocument, RolesPlan } from '@rolecall/protocol'
import { sql } from 'kysely'
import { refuse } from '../../refuse/errors.ts'
import { roleAllowance } from '../../rows/locked-roles.ts'
import { news } from '../../rows/news.ts'
import { counted } from '../../rows/words.ts'
import { addRole } from '../add.ts'
import { buyers } from '../buyers.ts'
import { describeRole } from '../describe-role.ts'
import { rowOf } from '../draft.ts'
import type { Done, Editor } from '../editor.ts'
import { openInvites } from '../open-invites.ts'
import { removeRole } from '../remove.ts'
import { type Role, roleOf } from '../role.ts'
import { isFull, whyFull } from '../room.ts'
import { saveRole } from '../save.ts'
import type { RoleBrought, RoleChanged, RoleGone, RoleMade } from '../says.ts'
import { draftsOf } from './document.ts'

/** What one role of the file came to, to be written down. */
export interface Entry {
  roleId: string
  detail: RoleBrought
}

export interface Order {
  document: RolesDocument
  /** Of the dry run that is now meant; null: a dry run. */
  digest: string | null
  /** Deletes custom roles that the file does not name, where nobody holds or is offered them. */
  prune: boolean
}

/**
 * Brings the custom roles to what a file says, by name, through the very functions that the editor saves with: the same
 * rules, the same refusals. A dry run does it too and takes it back, so that what it says is what would happen.
 * @throws CONFLICT when the roles have changed since the dry run that `digest` is of
 */
export async function carryOut(
  editor: Editor,
  order: Order,
): Promise<{ plan: RolesPlan; entries: Entry[]; events: NewEvent[] }> {
  const { tx } = editor
  const digest = await digestOf(editor)
  if (order.digest === null) {
    await sql`savepoint dry_run`.execute(tx)
    const { plan } = await bring(editor, order)
    await sql`rollback to savepoint dry_run`.execute(tx)
    return { plan: { ...plan, applied: false, digest }, entries: [], events: [] }
  }
  if (order.digest !== digest) {
    refuse('CONFLICT', 'The roles have changed since the dry run. Run it again, and see what would happen now.')
  }
  const { plan, ...done } = await bring(editor, order)
  return { plan: { ...plan, applied: true, digest: await digestOf(editor) }, ...done }
}

async function bring(editor: Editor, { document, prune }: Order) {
  const { tx, accountId, catalogue } = editor
  const drafts = draftsOf(document, catalogue)
  const roles = await customRoles(editor)
  const named = (name: string) => roles.find((role) => role.name.toLowerCase() === name.toLowerCase())
  const plan: Omit<RolesPlan, 'applied' | 'digest'> = { create: [], edit: [], remove: [], lines: [] }
  const entries: Entry[] = []
  const events: NewEvent[] = []
  const note = (
    roleId: string,
    what: 'made' | 'changed' | 'deleted',
    done: Done<RoleMade | RoleChanged | RoleGone>,
  ) => {
    entries.push({ roleId, detail: { what, ...done.detail } })
    events.push(...done.events)
  }

  // What goes makes room for what comes.
  const wanted = new Set(drafts.map(({ name }) => name.toLowerCase()))
  for (const role of roles.filter(({ name }) => !wanted.has(name.toLowerCase()))) {
    const holderCount = await holders(editor, role.id)
    plan.remove.push({ roleId: role.id, name: role.name, holderCount })
    if (!prune) plan.lines.push(`${role.name} is not in the file and stays`)
    else if (holderCount > 0) plan.lines.push(`${role.name} stays: ${counted(holderCount, 'person')} would lose it`)
    else {
      note(role.id, 'deleted', await removeRole(editor, role, null))
      plan.lines.push(`${role.name} is deleted`)
    }
  }
  const describe = async (role: Pick<Role, 'id' | 'name' | 'description'>, to: string | undefined) => {
    const detail = to === undefined ? null : await describeRole(editor, role, to)
    if (!detail) return
    entries.push({ roleId: role.id, detail: { what: 'described', ...detail } })
    events.push(news('roles'))
    plan.lines.push(detail.to === '' ? `${role.name}: no description` : `${role.name}: described as “${detail.to}”`)
  }
  for (const [n, draft] of drafts.entries()) {
    const description = document.roles[n]?.description
    const role = named(draft.name)
    if (role) {
      const done = await saveRole(editor, role, draft)
      if (done.version !== role.version) {
        plan.edit.push({ roleId: role.id, name: draft.name, blast: done.blast })
        plan.lines.push(...done.blast.lines.map((line) => `${draft.name}: ${line}`))
        note(role.id, 'changed', done)
      }
      await describe({ ...role, name: draft.name }, description)
      continue
    }
    const allowance = await roleAllowance(tx, accountId)
    if (isFull(allowance)) refuse('NOT_NOW', whyFull(allowance, await buyers(tx, accountId, catalogue)))
    const done = await addRole(editor, draft)
    const grants = toNames<string>(grantsOfRole(rowOf(draft), catalogue))
    plan.create.push({ name: draft.name, grants })
    plan.lines.push(`${draft.name} is made, with ${counted(grants.length, 'permission')}`)
    note(done.roleId, 'made', done)
    await describe({ id: done.roleId, name: draft.name, description: '' }, description)
  }
  return { plan, entries, events }
}

async function customRoles({ tx, accountId }: Editor): Promise<Role[]> {
  const rows = await tx
    .selectFrom('role')
    .select('id')
    .where('account_id', '=', accountId)
    .where('preset', 'is', null)
    .orderBy('name')
    .execute()
  const roles: Role[] = []
  for (const { id } of rows) roles.push(await roleOf(tx, accountId, id))
  return roles
}

/** Members and open invitations: whoever would stand there without a role. */
async function holders({ tx, accountId }: Editor, roleId: string): Promise<number> {
  const members = await tx
    .selectFrom('member')
    .select('id')
    .where('account_id', '=', accountId)
    .where('role_id', '=', roleId)
    .execute()
  const invites = await openInvites(tx, accountId).select('id').where('role_id', '=', roleId).execute()
  return members.length + invites.length
}

/** Of all that a plan is worked out against: the roles as they are, and what the plan includes. */
async function digestOf(editor: Editor): Promise<string> {
  const roles = await customRoles(editor)
  const { plan } = await roleAllowance(editor.tx, editor.accountId)
  const state = [plan, ...roles.map(({ id, version, description }) => `${id} ${version} ${description}`).toSorted()]
  return createHash('sha256').update(state.join('\n')).digest('hex')
}
