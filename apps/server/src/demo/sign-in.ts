import { guardFor, refuse, router } from '@rolecall/api'
import { catalogue, type DefaultRoleName, parseDefaultRole } from '@rolecall/permissions'
import { demoAccount } from './seed.ts'

const guard = guardFor(catalogue)

const limit = { name: 'demo', max: 500, minutes: 15 }

/** `demo.signIn`: signs the browser in as the demo's member of a role. There is no password to know. */
const signIn = guard
  .anyone('signs in to invented data only, where the operator started with --demo', limit)
  .input(readRole)
  .mutation(async ({ ctx, input: { role } }) => {
    const accountId = await demoAccount(ctx.tx)
    if (!accountId) refuse('NOT_FOUND', 'There is no demo on this server. Start it with --demo.')
    await ctx.enter(accountId)
    const member = await ctx.tx
      .selectFrom('member')
      .innerJoin('role', (join) =>
        join.onRef('role.account_id', '=', 'member.account_id').onRef('role.id', '=', 'member.role_id'),
      )
      .select('member.user_id')
      .where('member.account_id', '=', accountId)
      .where('member.status', '=', 'active')
      .where('role.preset', '=', role)
      .orderBy('member.created_at')
      .orderBy('member.id')
      .executeTakeFirst()
    if (!member) refuse('NOT_FOUND', `Nobody in the demo is ${role} any more. Choose another role.`)
    await ctx.signIn(member.user_id, accountId)
    return { ok: true as const }
  })

function readRole(input: unknown): { role: DefaultRoleName } {
  const { role, ...more } = (input ?? {}) as Record<string, unknown>
  const known = Object.keys(more).length === 0 ? parseDefaultRole(role) : null
  if (!known) throw new TypeError('The role is one of the four default roles, and nothing else is sent.')
  return { role: known }
}

export const signInRouter = router({ signIn })
