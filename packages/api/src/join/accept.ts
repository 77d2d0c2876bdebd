import { randomUUID } from 'node:crypto'
import { audit } from '@rolecall/db'
import { z } from 'zod'
import type { AnyoneContext } from '../context.ts'
import { refuse } from '../errors.ts'
import { guard } from '../guard.ts'
import { passwordLength, verifyPassword } from '../identity/password.ts'
import { addMembership, addPerson } from '../identity/person.ts'
import { count } from '../limits.ts'
import { line } from '../rows/input.ts'
import { inviteToken } from '../rows/invite-token.ts'
import { teamNews } from '../rows/team-news.ts'
import { knownUser } from './known-user.ts'
import { openInvitation } from './open.ts'

const input = z.strictObject({
  token: inviteToken,
  /** Left out by somebody who signs in on this server already: they have a name. */
  name: line(200).optional(),
  password: z.string().min(1).max(passwordLength.max),
})

const limit = { name: 'join.accept', max: 20, minutes: 15 }
/** One count per person for every way of guessing a password (identity/routes.ts). */
const guess = { name: 'guess', max: 20, minutes: 15 }

/**
 * Accepts an invitation: whoever is new gets a password, whoever is known proves theirs. Then they are signed in.
 * `password`: it was not theirs. That is an answer and no refusal, so that the guess is counted.
 */
export const accept = guard
  .anyone('is opened by the link of an invitation', limit)
  .input(input)
  .mutation(
    async ({ ctx, input: { token, name, password } }): Promise<{ ok: true } | { ok: false; why: 'password' }> => {
      const { accountId, invite, role, departmentIds } = await openInvitation(ctx, token)
      const { email } = invite
      const known = await knownUser(ctx.tx, email)
      if (known) {
        await count({ db: ctx.tx }, guess, 'email', email)
        if (!known.password || !(await verifyPassword(known.password, password))) return { ok: false, why: 'password' }
      }
      const person = known ?? (await newcomer(ctx, { accountId, roleId: role.id, email, name, password }))
      const memberId = 'memberId' in person ? person.memberId : randomUUID()
      if (known) await addMembership(ctx.tx, { accountId, roleId: role.id, memberId, userId: known.id })
      await belong(ctx, accountId, memberId, departmentIds)
      await ctx.tx
        .updateTable('invite')
        .set({ accepted_at: new Date() })
        .where('account_id', '=', accountId)
        .where('id', '=', invite.id)
        .execute()
      await audit(ctx.tx, accountId, {
        actor: { kind: 'member', id: memberId, name: person.name },
        action: 'join.accept',
        subject: { kind: 'member', id: memberId },
        detail: { member: person.name, email, role: role.name },
      })
      await ctx.emit(teamNews('members'), teamNews('invites'), teamNews('departments'))
      await ctx.signIn(person.id, accountId)
      return { ok: true }
    },
  )

async function newcomer(
  { tx }: AnyoneContext,
  asked: { accountId: string; roleId: string; email: string; name: string | undefined; password: string },
) {
  const { name, password } = asked
  if (name === undefined || password.length < passwordLength.min) {
    const fields = [
      ...(name === undefined ? [{ path: 'name', message: 'is empty' }] : []),
      ...(password.length < passwordLength.min ? [{ path: 'password', message: 'is too short' }] : []),
    ]
    return refuse(
      'INVALID_INPUT',
      `Say your name, and choose a password of at least ${passwordLength.min} characters.`,
      {
        fields,
      },
    )
  }
  const { memberId, userId } = await addPerson(tx, { ...asked, name })
  return { id: userId, name, memberId }
}

async function belong({ tx }: AnyoneContext, account_id: string, member_id: string, ids: string[]): Promise<void> {
  const rows = ids.map((department_id) => ({ account_id, department_id, member_id }))
  if (rows.length > 0) await tx.insertInto('department_member').values(rows).execute()
}
