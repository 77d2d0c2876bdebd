import { type Holding, type Holdings, holdingOf } from '../src/holding.ts'
import { lacking, receives, rules, setsFree } from '../src/rules.ts'

/** What the check runs on: the product's own table. Another one stands in its place only to plant a fault. */
export interface Table {
  readonly holdingOf: typeof holdingOf
  readonly rules: typeof rules
  readonly lacking: typeof lacking
  readonly receives: typeof receives
  /** What of theirs an actor is measured by. */
  readonly mine: (holdings: Holdings) => Holding
  /** Of chats that somebody loses, those that become nobody's: `read` are those that the actor reads, for good too. */
  readonly freed: (mine: Holding, read: number, all: number) => number
}

export const table: Table = {
  holdingOf,
  rules,
  lacking,
  receives,
  mine: ({ lasting }) => lasting,
  freed: (mine, read) => (setsFree(mine) ? read : 0),
}
