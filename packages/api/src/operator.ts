import { audit, type Tx, teamTurn } from '@rolecall/db'
import { grantsOf, grantsOfRole, mayHandOut } from '@rolecall/permissions'
import { mintToken } from './api-tokens/mint.ts'
import type { House } from './context.ts'
import { refuse } from './errors.ts'
import { membershipsOf } from './identity/membership.ts'
import { changeRole } from './rows/change-role.ts'
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
        const change = { accountId, memberId, roleId: role.id, catalogue: house.catalogue, by: null }
        const changed = await changeRole(work.tx, change)
        if (!changed) return { from: role.name, to: role.name }
        const { from, to, event } = changed
        const subject = { kind: 'member', id: memberId }
        await audit(work.tx, accountId, { actor, action: 'team.setRole', subject, detail: { from, to } })
        work.events.push(event)
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
        await audit(work.tx, accountId, { actor, action: 'apiTokens.create', subject, detail })
        return { id, token }
      }),
  }
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
