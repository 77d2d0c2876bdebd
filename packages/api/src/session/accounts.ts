import type { Place } from '@rolecall/protocol'
import { guard } from '../guard/guard.ts'
import { nothing } from '../rows/input.ts'
import { onWire, placesOf } from '../rows/membership.ts'

/** The accounts that one works in, to move between (`/auth/switch`). A token and a preview are of one. */
export const accounts = guard
  .member()
  .input(nothing)
  .query(async ({ ctx: { tx, actor } }): Promise<Place[]> => {
    const places = await placesOf(tx, actor.userId)
    return places.filter(({ memberId }) => actor.token === null || memberId === actor.memberId).map(onWire)
  })
