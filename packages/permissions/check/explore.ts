import { eachStep, type Step } from './acts.ts'
import { gains } from './gains.ts'
import { type Account, administrator, members, templates } from './model.ts'
import { everywhere } from './property.ts'
import type { Reckoning } from './reckoning.ts'

/** Two roles beside the Administrator's, as numbers of `templates`. */
export type RolePair = readonly [number, number]

/** All pairs, in whichever order. */
export const rolePairs: readonly RolePair[] = templates.flatMap((_one, a) =>
  templates.flatMap((_other, b) => (a === 0 || b < a ? [] : [[a, b] as const])),
)

/** Every account with these two roles, but for those that only exchange the names of the departments. */
export function* accountsWith([a, b]: RolePair): Iterable<Account> {
  const roles = [0, a, b] as const
  for (const me of members) {
    if (!me.active || me.departments === 2) continue
    for (const them of members) {
      // An actor who is in both or in none does not tell them apart.
      if (them.departments === 2 && me.departments !== 1) continue
      yield { roles, members: [me, them, administrator] }
    }
  }
}

/** What came of the acts of one kind, each counted in every place that a chat may be in. */
export interface Figures {
  /** Acts that are permitted in some of the sixteen accounts. */
  permitted: number
  violations: number
  /** Acts by which nobody would gain, and those of them that are refused. Counted where `all` is asked for. */
  safe: number
  refused: number
}

export interface Report {
  accounts: number
  readonly acts: Map<string, Figures>
}

export interface Found {
  readonly account: Account
  readonly step: Step
  /** A mask of `places`. */
  readonly where: number
}

/**
 * Tries every act in every account with these roles. `all`: those too that are refused, to see whether they need be.
 * `found` says whether to go on after a violation.
 */
export function explore(
  pairs: Iterable<RolePair>,
  ask: Reckoning,
  { all = false, found }: { all?: boolean; found: (what: Found) => boolean },
): Report {
  const report: Report = { accounts: 0, acts: new Map() }
  for (const pair of pairs) {
    for (const account of accountsWith(pair)) {
      report.accounts++
      let goesOn = true
      const visit = (step: Step) => {
        const more = gains(account, step)
        note(report, step, more, all)
        const where = more & step.permitted
        if (where !== 0) goesOn = found({ account, step, where }) && goesOn
      }
      eachStep(account, ask, visit, all)
      if (!goesOn) return report
    }
  }
  return report
}

function note({ acts }: Report, { act, permitted }: Step, more: number, all: boolean): void {
  const figures = acts.get(act) ?? { permitted: 0, violations: 0, safe: 0, refused: 0 }
  acts.set(act, figures)
  if (permitted !== 0) figures.permitted++
  if ((more & permitted) !== 0) figures.violations++
  // A chat that the actor does not read cannot be given away, and nobody would gain where it stays.
  if (!all || act === 'assign') return
  figures.safe += count(everywhere & ~more)
  figures.refused += count(everywhere & ~more & ~permitted)
}

/** How many bits are set. */
function count(mask: number): number {
  let left = mask
  let bits = 0
  for (; left !== 0; bits++) left &= left - 1
  return bits
}

export const totalOf = ({ acts }: Report): Figures =>
  [...acts.values()].reduce((sum, one) => ({
    permitted: sum.permitted + one.permitted,
    violations: sum.violations + one.violations,
    safe: sum.safe + one.safe,
    refused: sum.refused + one.refused,
  }))

/** A fixed share of the pairs, for every day: five of 465, spread evenly. */
export const share: readonly RolePair[] = rolePairs.filter((_pair, at) => at % 93 === 46)
