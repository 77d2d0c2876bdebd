import type { House } from '../guard/context.ts'
import { membershipsOf } from '../rows/membership.ts'
import { enter, transact } from '../work/transact.ts'

/** Tells a person's open streams, in every account, that their sessions have ended. */
export const revoked = (house: House) => async (userId: string) => {
  for (const { accountId, memberId } of await membershipsOf(house.database, userId)) {
    await transact(house, 'reset', async (work) => {
      await enter(work, accountId)
      work.events.push({ type: 'session', member_id: memberId, data: { type: 'session' } })
    })
  }
}
