import { audit, type Tx, teamTurn } from '@rolecall/db'
import { grantsOf, minus, parsePlan, plans, toNames } from '@rolecall/permissions'
import type { ZodError } from 'zod'
import { mintToken } from './api-tokens/mint.ts'
import { setPlan } from './billing/set-plan.ts'
import type { House } from './context.ts'
import { refuse } from './errors.ts'
import { membershipsOf } from './identity/membership.ts'
import { carryOut } from './roles/code/carry-out.ts'
import { document, documentOf } from './roles/code/document.ts'
import { changeRole } from './rows/change-role.ts'
import { heldMember } from './rows/member.ts'
import { prepareSetup } from './setup/token.ts'
import { enter, transact, type Work } from './transact.ts'

const actor = { kind: 'operator', id: null, name: 'Operator' } as const

/** What whoever runs the server may do, from the command line: above roles, but in the audit log like everybody. */
export function createOperator(house: House) {
  /** The one account in which this person is an active member. */
  const inAccountOf = async <T>(email: string, run: (work: Work, member: Member) => Promise<T>): Promise<T> => {
    const user = await house.database.db
      .selectFrom('identity_user')
      .select(['id', 'name'])
      .where('email', '=', email.toLowerCase())
      .executeTakeFirst()
    const memberships = user ? await membershipsOf(house.database, user.id) : []
    const [membership] = memberships
    if (!membership) refuse('NOT_FOUND', `Nobody on the team has the email ${email}.`)
    if (memberships.length > 1) refuse('CONFLICT', `${email} is on the team of several accounts; this works for one.`)
    return transact(house, 'operator', async (work) => {
      await enter(work, membership.accountId)
      await teamTurn(work.tx, membership.accountId)
      return run(work, { ...membership, email })
    })
  }

  return {
    /** The one-time token of the set-up link; null once there is an account. */
    prepareSetup: () => prepareSetup(house.database),

    /** Gives the member with this email another role, by its name. Open consoles follow, as with `team.setRole`. */
    setRole: (email: string, roleName: string) =>
      inAccountOf(email, async (work, { accountId, memberId }) => {
        const role = await roleNamed(work.tx, accountId, roleName)
        const acting = { tx: work.tx, accountId, catalogue: house.catalogue, by: null }
        const changed = await changeRole(acting, memberId, role.id)
        if (!changed) return { from: role.name, to: role.name }
        const { member, from, to, event } = changed
        const subject = { kind: 'member', id: memberId }
        await audit(work.tx, accountId, { actor, action: 'team.setRole', subject, detail: { member, from, to } })
        work.events.push(event, { type: 'team', data: { type: 'team', what: 'members' } })
        return { from, to }
      }),

    /** Makes an API token for a member, limited to these permissions, all of which they must hold for good. Shown once. */
    createToken: (email: string, permissions: readonly string[], name: string) =>
      inAccountOf(email, async (work, { accountId, memberId }) => {
        const { bits } = house.catalogue
        const unknown = permissions.filter((permission) => !bits.at.has(permission))
        if (unknown.length > 0) refuse('INVALID_INPUT', `There is no permission ${unknown.join(', ')}.`)
        const { lasting } = await heldMember(work.tx, accountId, memberId, house.catalogue)
        const missing = toNames(minus<string>(grantsOf<string>(permissions, bits), lasting.grants))
        if (missing.length > 0) refuse('PERMISSION_MISSING', `${email} does not have ${missing.join(', ')} for good.`)
        const { id, token } = await mintToken(work.tx, { accountId, memberId, name, permissions })
        const subject = { kind: 'api_token', id }
        const detail = { name, permissions, member: memberId }
        await audit(work.tx, accountId, { actor, action: 'apiTokens.create', subject, detail })
        return { id, token }
      }),

    /** The custom roles as code, of the account in which this person works. */
    exportRoles: (email: string) =>
      inAccountOf(email, ({ tx }, { accountId }) => documentOf(tx, accountId, house.catalogue)),

    /** Brings the roles of that account to what a file says; without the `digest` of a dry run nothing is written. */
    importRoles: (email: string, file: unknown, { digest, prune }: { digest: string | null; prune: boolean }) =>
      inAccountOf(email, async (work, { accountId }) => {
        const read = document.safeParse(file)
        if (!read.success) refuse('INVALID_INPUT', whereWrong(read.error))
        const { tx } = work
        const editor = { tx, accountId, catalogue: house.catalogue, by: null, author: { id: null, name: actor.name } }
        const { plan, entries, events } = await carryOut(editor, { document: read.data, digest, prune })
        for (const { roleId, detail } of entries) {
          const subject = { kind: 'role', id: roleId }
          await audit(tx, accountId, { actor, action: 'roles.import', subject, detail })
        }
        work.events.push(...events)
        return plan
      }),

    /** Gives that account another plan. */
    setPlan: (email: string, to: string) =>
      inAccountOf(email, async (work, { accountId }) => {
        const plan = parsePlan(to)
        if (!plan) refuse('INVALID_INPUT', `There is no plan ${to}. There are: ${plans.join(', ')}.`)
        const { preview, done } = await setPlan(work.tx, accountId, plan)
        if (done) {
          const subject = { kind: 'account', id: accountId }
          await audit(work.tx, accountId, { actor, action: 'billing.changePlan', subject, detail: done.detail })
          work.events.push(...done.events)
        }
        return preview
      }),
  }
}

/** Where a file of roles cannot be read, and why. */
function whereWrong({ issues }: ZodError): string {
  const [first] = issues
  const path = first?.path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' › ')
  return `This is no file of roles: ${path ? `${path}: ` : ''}${first?.message ?? 'it cannot be read'}. Nothing was changed.`
}

interface Member {
  accountId: string
  memberId: string
  email: string
}

async function roleNamed(tx: Tx, accountId: string, name: string) {
  const roles = await tx.selectFrom('role').select(['id', 'name']).where('account_id', '=', accountId).execute()
  const role = roles.find((role) => role.name === name)
  if (!role) refuse('NOT_FOUND', `There is no role ${name}. There are: ${roles.map((role) => role.name).join(', ')}.`)
  return role
}
