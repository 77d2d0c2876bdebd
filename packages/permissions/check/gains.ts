import { administers, type Step } from './acts.ts'
import { type Account, kitOf } from './model.ts'
import { acts, everywhere, type Moves, manages, newcomer, pulledBack, reads, stay } from './property.ts'

/**
 * The property, of one step: in which of the sixteen accounts somebody can read or do something on a chat, now or once
 * what is temporary has ended, that neither they nor the actor could before. By induction it holds for any number of
 * steps by any group.
 *
 * Of the actor counts what they hold for good: what they have for a while is theirs alone. So it does not matter in
 * which order temporary things end.
 */
export function gains(before: Account, { act, after, moves, joins }: Step): number {
  // What was assigned while a right lasted stays assigned: that is accepted.
  const mine = kitOf(before.roles, before.members[0], act !== 'assign')
  const iRead = reads[0][mine] as number
  const iDo = acts[0][mine] as number
  let more = joins === null ? 0 : beyond(newcomer, joins, iRead, iDo, stay)
  for (const who of [0, 1, 2] as const) {
    const was = before.members[who]
    const is = after.members[who]
    const same = was === is && before.roles === after.roles && moves === stay
    if (same || !is.active) continue
    for (const lasting of [false, true]) {
      const [read, done] = was.active ? could(before, who, lasting) : [0, 0]
      more |= beyond(who, kitOf(after.roles, is, lasting), iRead | read, iDo | done, moves)
    }
  }
  return administers(after) ? more : everywhere
}

function could({ roles, members }: Account, who: 0 | 1 | 2, lasting: boolean): readonly [number, number] {
  const kit = kitOf(roles, members[who], lasting)
  return [reads[who][kit] as number, acts[who][kit] as number]
}

function beyond(who: 0 | 1 | 2 | typeof newcomer, kit: number, read: number, done: number, moves: Moves): number {
  const reading = pulledBack(reads[who][kit] as number, moves) & ~read
  const doing = pulledBack(acts[who][kit] as number, moves) & ~done
  return (reading & manages) !== 0 ? everywhere : (reading | doing) & everywhere
}
