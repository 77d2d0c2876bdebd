import type { FirstStep } from '@rolecall/protocol'
import { guard } from '../guard/guard.ts'
import { may } from '../guard/may.ts'
import { nothing } from '../rows/input.ts'

/** What a new account does first, as far as the caller may do it. */
export const steps = guard
  .member()
  .input(nothing)
  .query(async ({ ctx: { tx, actor } }): Promise<FirstStep[]> => {
    const { accountId } = actor
    const { team, invites, pages, departments } = await tx
      .selectNoFrom(({ selectFrom, fn }) => {
        const inAccount = (table: 'member' | 'invite' | 'widget_page' | 'department') =>
          selectFrom(table).where('account_id', '=', accountId).select(fn.countAll<number>().as('count'))
        return [
          inAccount('member').as('team'),
          inAccount('invite').as('invites'),
          inAccount('widget_page').as('pages'),
          inAccount('department').as('departments'),
        ]
      })
      .executeTakeFirstOrThrow()
    return [
      { id: 'invite', done: Number(team) > 1 || Number(invites) > 0, own: may(actor, 'team.invite') } as const,
      { id: 'widget', done: Number(pages) > 0, own: may(actor, 'widget.customize') } as const,
      { id: 'departments', done: Number(departments) > 0, own: may(actor, 'team.departments') } as const,
    ].flatMap(({ own, ...step }) => (own ? [step] : []))
  })
