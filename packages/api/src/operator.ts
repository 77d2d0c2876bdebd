import { type Tx, teamTurn } from '@rolecall/db'
import { grantsOf, grantsOfRole, mayHandOut, parsePlan, plans } from '@rolecall/permissions'
import type { ZodError } from 'zod'
import { mintToken } from './api-tokens/mint.ts'
import { says as tokens } from './api-tokens/says.ts'
import { says as billing } from './billing/says.ts'
import { setPlan } from './billing/set-plan.ts'
import type { House } from './guard/context.ts'
import { refuse } from './refuse/errors.ts'
import { carryOut } from './roles/code/carry-out.ts'
import { document, documentOf } from './roles/code/document.ts'
import { says as roles } from './roles/says.ts'
import { changeRole } from './rows/change-role.ts'
import { membershipsOf } from './rows/membership.ts'
import { prepareSetup } from './setup/token.ts'
import { says as team } from './team/says.ts'
import { record } from './work/history.ts'
import { enter, transact, type Work } from './work/transact.ts'

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
        const change = { accountId, memberId, roleId: role.id, catalogue: house.catalogue, by: null }
        const changed = await changeRole(work.tx, change)
        if (!changed) return { from: role.name, to: role.name }
        const { member, from, to, event } = changed
        const subject = { kind: 'member', id: memberId }
        await record(work.tx, accountId, { actor, sentence: team.setRole, subject, detail: { member, from, to } })
        work.events.push(event, { type: 'team', data: { type: 'team', what: 'members' } })
        return { from, to }
      }),

    /** Makes an API token for a member, limited to these permissions, all of which their role must grant. Shown once. */
    createToken: (email: string, permissions: readonly string[], name: string) =>
      inAccountOf(email, async (work, { accountId, memberId }) => {
        const { bits } = house.catalogue
        const unknown = permissions.filter((permission) => !bits.at.has(permission))
        if (unknown.length > 0) refuse('INVALID_INPUT', `There is no permission ${unknown.join(', ')}.`)
        const role = await work.tx
          .selectFrom('member')
          .innerJoin('role', (join) =>
            join.onRef('role.account_id', '=', 'member.account_id').onRef('role.id', '=', 'member.role_id'),
          )
          .select(['role.preset', 'role.permissions', 'role.full_sections'])
          .where('member.id', '=', memberId)
          .executeTakeFirstOrThrow()
        const verdict = mayHandOut<string>(grantsOfRole(role, house.catalogue), grantsOf<string>(permissions, bits))
        if (!verdict.allowed) {
          refuse('PERMISSION_MISSING', `The role of ${email} does not have ${verdict.missing.join(', ')}.`)
        }
        const { id, token } = await mintToken(work.tx, { accountId, memberId, name, permissions })
        const subject = { kind: 'api_token', id }
        const detail = { name, permissions, member: memberId }
        await record(work.tx, accountId, { actor, sentence: tokens.create, subject, detail })
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
          await record(tx, accountId, { actor, sentence: roles.import, subject, detail })
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
          await record(work.tx, accountId, { actor, sentence: billing.changePlan, subject, detail: done.detail })
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
