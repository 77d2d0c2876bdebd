import type { Allowance } from './buckets.ts'

/** Whom a call is counted for. */
export type Payer = 'visitor' | 'member' | 'token' | 'account' | 'address'

export type Allowances = Readonly<Record<Payer, Allowance>>

/**
 * Units of each, in one process. A call costs one, unless its door says otherwise. Nobody who works as fast as they can
 * meets these, nor do our own pages in eight tabs; a program that goes round in a loop does, within a second.
 * `address` is for whoever has not shown yet who they are: a whole office, or a whole site behind a proxy.
 */
export const allowances: Allowances = {
  visitor: { burst: 60, perSecond: 3 },
  member: { burst: 400, perSecond: 30 },
  token: { burst: 600, perSecond: 10 },
  account: { burst: 6000, perSecond: 600 },
  address: { burst: 400, perSecond: 60 },
}

/** What costs this much or more reads much: few of them run at once (`slots`). */
export const dear = 5

/** Dear calls at once: of one member (or token), of one account, of all in this process. Those beyond wait. */
export const dearAtOnce = { whose: 2, account: 3, all: 4 }

/**
 * Calls at once of one caller; those beyond wait for each other, not for what everybody shares. A browser has six
 * connections to a server, and what one visitor writes is written one after the other anyway.
 */
export const atOnce: Readonly<Record<Exclude<Payer, 'account'>, number>> = {
  visitor: 2,
  member: 6,
  token: 6,
  address: 6,
}

/** All of it times so much; null: nobody is counted, and nobody waits. */
export function timesAll(factor: number | null): Allowances | null {
  if (factor === null) return null
  const scaled = Object.entries(allowances).map(([payer, { burst, perSecond }]) => [
    payer,
    { burst: burst * factor, perSecond: perSecond * factor },
  ])
  return Object.fromEntries(scaled) as Allowances
}
