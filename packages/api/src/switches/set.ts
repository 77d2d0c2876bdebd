import type { MemberContext } from '../guard/context.ts'
import type { Sentence } from '../work/history.ts'

export interface Switches {
  online: boolean
  widgetShown: boolean
}

/** Turns a switch, tells every open console and page, and writes it down. Turning it where it stands does none of this. */
export async function setSwitch<Wanted extends Partial<Switches>>(
  ctx: MemberContext,
  sentence: Sentence<Wanted>,
  wanted: NoInfer<Wanted>,
): Promise<Switches> {
  const { tx, actor } = ctx
  const before = await tx
    .selectFrom('account')
    .select(['online', 'widget_shown as widgetShown'])
    .where('id', '=', actor.accountId)
    .forNoKeyUpdate() // two members at two switches take turns
    .executeTakeFirstOrThrow()
  const switches: Switches = { ...before, ...wanted }
  const { online, widgetShown: widget_shown } = switches
  if (online === before.online && widget_shown === before.widgetShown) return switches
  await tx.updateTable('account').set({ online, widget_shown }).where('id', '=', actor.accountId).execute()
  await ctx.emit({ type: 'switches', data: { type: 'switches', ...switches } })
  await ctx.audit(sentence, { kind: 'account', id: actor.accountId }, wanted)
  return switches
}
