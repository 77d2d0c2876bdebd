import type { Work } from '../work/transact.ts'
import { type Context, house } from './context.ts'

/** What tRPC tells the guard of a call. */
export interface Call {
  ctx: Context
  path: string
  getRawInput(): Promise<unknown>
}

/** The house is not for resolvers: they see the `tx` of their call and nothing behind it. */
export type Inside<C> = C & { [house]: never; credential: never }
export const hidden = { [house]: undefined as never, credential: undefined as never }

/** What every kind of call may do to the database. */
export const changing = (work: Work, ctx: Context) => ({
  tx: work.tx,
  requestId: ctx.requestId,
  emit: async (...events: Work['events']) => {
    work.events.push(...events)
  },
  due: async (at: Date) => {
    if (work.accountId === null) throw new Error('Something comes due in an account')
    await ctx[house].due.set(work, work.accountId, at)
  },
})
