import { describe, expect, it } from 'vitest'
import { allowances, atOnce } from '../work/allowances.ts'
import { Meter } from './meter.ts'

const visitor = (hash: string) => ({
  ip: '192.0.2.1',
  credential: { kind: 'visitor' as const, accountId: 'account', hash },
})

describe('calls at once', () => {
  it('of one caller wait for each other, and nobody else waits for them', async () => {
    const meter = new Meter(allowances)
    const begun: string[] = []
    const ends: (() => void)[] = []
    const call = (whose: string) =>
      meter.run(visitor(whose), false, 1, () => {
        begun.push(whose)
        return new Promise<void>((end) => ends.push(end))
      })
    const loud = Array.from({ length: 5 }, () => call('loud'))
    const quiet = call('quiet')
    expect(begun).toEqual([...Array.from({ length: atOnce.visitor }, () => 'loud'), 'quiet'])

    for (let ended = 0; ended < 6; ended++) {
      ends[ended]?.()
      await Promise.resolve()
      await new Promise(setImmediate)
    }
    await Promise.all([...loud, quiet])
    expect(begun.filter((whose) => whose === 'loud')).toHaveLength(5)
  })
})

describe('an address', () => {
  it('is of IPv6 the /64, of which one household has all', async () => {
    const meter = new Meter({ ...allowances, address: { burst: 2, perSecond: 0.001 } })
    const call = (ip: string, open: boolean) =>
      meter.run({ ip, credential: { kind: 'none' } }, open, 1, async () => 'answered')
    await call('2001:db8::1', true)
    await call('2001:db8::2', false)
    await expect(call('2001:db8::3', true)).rejects.toThrow('too much')
    await expect(call('2001:db8::4', false)).rejects.toThrow('too much')
    expect(await call('2001:db8:0:1::1', true)).toBe('answered')
  })
})
