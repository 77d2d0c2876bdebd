import { expect, test } from 'vitest'
import { accountsWith, eachStep, explore, Reckoning, share, table, totalOf } from './native.ts'

// A fixed share of what `npm run prove -- model` explores in full.

const ask = new Reckoning(table)

test('one step by any permitted act lets nobody do more than they or the actor could', { timeout: 600_000 }, () => {
  const report = explore(share, ask, { found: () => true })
  const { permitted, violations } = totalOf(report)
  console.log(`model check: ${report.accounts} accounts, ${permitted} permitted acts, ${violations} violations`)
  expect(violations).toBe(0)
  expect(report.accounts).toBe(share.length * 30_420)
  // A law about what is permitted says nothing of acts that never are.
  const seldom = [...report.acts].filter(([, { permitted }]) => permitted < 100)
  expect([report.acts.size, seldom]).toEqual([15, []])
})

test('an Administrator is refused nothing but the last Administrator’s end', () => {
  const pair = share[0] ?? [1, 2]
  let tried = 0
  for (const account of accountsWith(pair)) {
    const [me, , other] = account.members
    if (me.role !== 0 || me.beside !== 0) continue
    const visit = ({ act, after, permitted }: { act: string; after: typeof account; permitted: number }) => {
      tried++
      if (act !== 'assign' && permitted !== 0xffff)
        expect([act, after.members.map(({ role }) => role)]).toEqual([act, []])
    }
    eachStep(account, ask, visit, true)
    expect(other.active).toBe(true)
  }
  expect(tried).toBeGreaterThan(10_000)
})
