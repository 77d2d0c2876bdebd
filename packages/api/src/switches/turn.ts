import type { MemberContext } from '../guard/context.ts'

export interface Switches {
  online: boolean
  widgetShown: boolean
}

/** Turns a switch, tells every open console and page, and writes it down. Turning it where it stands does none of this. */
export async function turn(
  ctx: MemberContext,
  action: 'switches.setOnline' | 'switches.setWidget',
  wanted: { online: boolean } | { widget_shown: boolean },
): Promise<Switches> {
  const { tx, actor } = ctx
  const before = await tx
    .selectFrom('account')
    .select(['online', 'widget_shown'])
    .where('id', '=', actor.accountId)
    .forNoKeyUpdate() // two members at two switches take turns
    .executeTakeFirstOrThrow()
  const after = { ...before, ...wanted }
  const switches = { online: after.online, widgetShown: after.widget_shown }
  if (after.online === before.online && after.widget_shown === before.widget_shown) return switches
  await tx.updateTable('account').set(wanted).where('id', '=', actor.accountId).execute()
  await ctx.emit({ type: 'switches', data: { type: 'switches', ...switches } })
  await ctx.audit(action, { kind: 'account', id: actor.accountId }, wanted)
  return switches
}
