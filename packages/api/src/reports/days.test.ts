import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysBetween, isTimeZone, startOfDay } from './days.ts'

describe('daysBetween', () => {
  it('lists every day, ends included, over a leap day', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
    expect(daysBetween('2026-05-05', '2026-05-05')).toEqual(['2026-05-05'])
    expect(daysBetween('2026-05-06', '2026-05-05')).toEqual([])
  })
})

describe('isTimeZone', () => {
  it('knows names and nothing else', () => {
    for (const name of ['UTC', 'Europe/Lisbon', 'Asia/Kathmandu']) expect(isTimeZone(name)).toBe(true)
    for (const name of ['', 'Mars/Olympus', '+01:00', '-0300', "UTC'; drop table chat", '__proto__'])
      expect(isTimeZone(name)).toBe(false)
  })
})

describe('startOfDay', () => {
  it.each([
    ['2026-07-01', 'UTC', '2026-07-01T00:00:00.000Z'],
    ['2026-07-01', 'Europe/Lisbon', '2026-06-30T23:00:00.000Z'],
    ['2026-01-01', 'Asia/Kathmandu', '2025-12-31T18:15:00.000Z'],
    ['2026-01-01', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
    ['2026-01-01', 'Etc/GMT+12', '2026-01-01T12:00:00.000Z'],
    // Clocks jump from 00:00 to 01:00: the day has no midnight.
    ['2024-04-26', 'Africa/Cairo', '2024-04-25T22:00:00.000Z'],
    ['2023-03-26', 'Asia/Beirut', '2023-03-25T22:00:00.000Z'],
    // Samoa left this day out.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s in %s starts at %s', (date, zone, instant) => {
    expect(startOfDay(date, zone).toISOString()).toBe(instant)
  })

  it('is the first minute that reads as the day, in every zone', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 365 * 15 }), (timeZone, offset) => {
        const date = new Date(Date.UTC(2016, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10)
        const start = startOfDay(date, timeZone).getTime()
        const shown = (at: number) => new Date(at).toLocaleDateString('sv-SE', { timeZone })
        expect(shown(start)).toBe(date)
        expect(shown(start - 60_000) < date).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
