import type { Line } from './line.ts'

/** The streams, which no feature brings. */
export const live: Record<'live' | 'visitor.live', Line> = {
  live: { who: 'member', method: 'GET', address: '/live' },
  'visitor.live': { who: 'visitor', method: 'GET', address: '/visitor/live' },
}
