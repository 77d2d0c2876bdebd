import { rules } from '@rolecall/permissions'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { notFound } from '../refuse/errors.ts'
import { id } from '../rows/input.ts'
import { actingOf, mustBeAllowed } from '../rows/may-act.ts'
import { heldMember } from '../rows/member.ts'
import { news, sessionOf } from '../rows/news.ts'
import { says } from './says.ts'

/** Ends a token that acts for somebody else on the team, with the streams that it opened. */
export const revokeOf = guard
  .may('team.manage', { lock: 'team' })
  .input(z.strictObject({ tokenId: id }))
  .mutation(async ({ ctx, input: { tokenId } }): Promise<{ tokenId: string }> => {
    const { tx, actor, catalogue } = ctx
    const token = tx.selectFrom('api_token').where('account_id', '=', actor.accountId).where('id', '=', tokenId)
    const found = await token.select(['name', 'member_id']).executeTakeFirst()
    if (!found) return notFound()
    const member = await heldMember(tx, actor.accountId, found.member_id, catalogue)
    const demand = rules.end({ before: member })
    await mustBeAllowed(actingOf(ctx), { demand, what: `The access of ${member.name}`, member })
    await tx.deleteFrom('api_token').where('account_id', '=', actor.accountId).where('id', '=', tokenId).execute()
    await ctx.audit(says.revokeOf, { kind: 'api_token', id: tokenId }, { name: found.name, member: member.name })
    await ctx.emit(sessionOf(member.id), news('members'))
    return { tokenId }
  })
