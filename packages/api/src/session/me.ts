import type { Session } from '@rolecall/protocol'
import { guard } from '../guard/guard.ts'
import { nothing } from '../rows/input.ts'
import { readSession } from '../rows/session.ts'

/** Who is signed in and what they may do at this moment: what every app draws itself by. */
export const me = guard
  .member()
  .input(nothing)
  .query(({ ctx }): Promise<Session> => readSession(ctx))
