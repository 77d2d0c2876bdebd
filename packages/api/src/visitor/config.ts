import { safeColor, textOn, type WidgetConfig } from '@rolecall/protocol'
import { sql } from 'kysely'
import { z } from 'zod'
import type { AnyoneContext } from '../guard/context.ts'
import { guard } from '../guard/guard.ts'
import { firstName } from '../rows/for-visitor.ts'
import { id } from '../rows/input.ts'
import { thereSeconds } from '../work/sightings.ts'
import { enterAccount } from './account.ts'

/**
 * How the widget looks, and who of the team is there at this moment and may answer. While "Widget is shown" is off that is
 * all the answer says. Every page of every site asks for it, so those who ask at once are answered by one reading.
 */
export const config = guard
  .steps('tells the widget on any page how to look')
  .input(z.strictObject({ account: id }))
  .query(async ({ ctx, input }) => {
    const looks = await ctx.together(input.account, (step) => configOf(step, input.account))
    ctx.sighted(input.account)
    return looks
  })

async function configOf(ctx: AnyoneContext, accountId: string): Promise<WidgetConfig> {
  const account = await enterAccount(ctx, accountId)
  if (!account.widget_shown) return { shown: false }
  const team = await ctx.tx
    .selectFrom('member')
    .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
    .where('member.account_id', '=', account.id)
    .where('member.status', '=', 'active')
    .where('member.hidden', '=', false)
    .innerJoin('presence', (join) =>
      join
        .onRef('presence.account_id', '=', 'member.account_id')
        .onRef('presence.member_id', '=', 'member.id')
        .on('presence.seen_at', '>', sql<Date>`now() - ${thereSeconds} * interval '1 second'`),
    )
    .select('identity_user.name')
    .orderBy('member.created_at')
    .orderBy('member.id')
    .limit(5)
    .execute()
  const { name, online, greeting } = account
  const color = safeColor(account.color)
  return {
    shown: true,
    name,
    online,
    color,
    on: textOn(color),
    greeting,
    team: team.map((one) => ({ name: firstName(one.name) })),
  }
}
