import { z } from 'zod'
import type { AnyoneContext } from '../guard/context.ts'
import { guard } from '../guard/guard.ts'
import { refuse } from '../refuse/errors.ts'
import { confirmAddress } from '../rows/confirm.ts'
import { line } from '../rows/input.ts'
import { inviteToken } from '../rows/invite-token.ts'
import { whoseIs } from '../rows/login.ts'
import { news } from '../rows/news.ts'
import { addMembership } from '../rows/person.ts'
import { recordOwn } from '../work/history.ts'
import { count } from '../work/limits.ts'
import { passwordLength } from '../work/password.ts'
import { mayJoin, newLogin } from './login.ts'
import { openInvitation, peek } from './open.ts'
import { says } from './says.ts'

const input = z.strictObject({
  token: inviteToken,
  /** Left out by somebody who signs in with this address already: they have a name. */
  name: line(200).optional(),
  /** Theirs, or with a name the one they choose. */
  password: z.string().min(1).max(passwordLength.max),
})

const limit = { name: 'join.accept', max: 20, minutes: 15 }
/** One count per person for every way of guessing a password (http/identity.ts). */
const guess = { name: 'guess', max: 20, minutes: 15 }

type Answer = { ok: true } | { ok: false; why: 'password' }
const wrong: Answer = { ok: false, why: 'password' }

/**
 * Accepts an invitation: whoever is new chooses a name and a password, whoever signs in with this address already proves
 * theirs. Then they are signed in. `password`: it was not theirs, or there is nobody to be; that is an answer and no
 * refusal, so that the guess is counted. Passwords are hashed and verified before the team's turn is taken.
 */
export const accept = guard
  .steps('is opened by the link of an invitation', limit)
  .input(input)
  .mutation(async ({ ctx: { open, hash }, input: { token, name, password } }): Promise<Answer> => {
    const { accountId, email } = await open((ctx) => peek(ctx, token))
    if (name !== undefined) {
      mustBeLong(password)
      const login = { accountId, email, name, password: await hash(password) }
      return open((ctx) => join(ctx, token, { name }, (proven) => newLogin(ctx.tx, { ...login, proven })))
    }
    const logins = await open(async ({ tx }) => {
      await count({ db: tx }, guess, 'email', email)
      return mayJoin(tx, email, accountId)
    })
    const [login] = await whoseIs(logins, password)
    return login?.password ? open((ctx) => join(ctx, token, login, async () => login.id)) : wrong
  })

/** `login`: whose it will be, or will have been by the password that they proved. */
async function join(
  ctx: AnyoneContext,
  token: string,
  login: { name: string; password?: string | null },
  whose: (proven: boolean) => Promise<string | null>,
): Promise<Answer> {
  const { tx } = ctx
  const { accountId, invite, role, departmentIds, proven } = await openInvitation(ctx, token)
  const { email } = invite
  const userId = await whose(proven)
  if (userId === null) return wrong
  if (proven) await confirmAddress(tx, { id: userId, email })
  const memberId = await addMembership(tx, { accountId, roleId: role.id, userId })
  const rows = departmentIds.map((department_id) => ({ account_id: accountId, department_id, member_id: memberId }))
  if (rows.length > 0) await tx.insertInto('department_member').values(rows).execute()
  await tx
    .updateTable('invite')
    .set({ accepted_at: new Date() })
    .where('account_id', '=', accountId)
    .where('id', '=', invite.id)
    .execute()
  const who = { id: memberId, name: login.name, ip: ctx.ip }
  await recordOwn(tx, accountId, who, says.accept, { member: login.name, email, role: role.name })
  await ctx.emit(news('members'), news('invites'), news('departments'))
  const came = await ctx.signIn(userId, accountId, login.password ?? undefined)
  return came ? { ok: true } : refuse('CONFLICT', 'Your password was changed meanwhile. Try again with the new one.')
}

function mustBeLong(password: string): void {
  if (password.length >= passwordLength.min) return
  refuse('INVALID_INPUT', `Choose a password of at least ${passwordLength.min} characters.`, {
    fields: [{ path: 'password', message: 'is too short' }],
  })
}
