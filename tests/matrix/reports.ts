import type { Lines } from './line.ts'

export const reports: Lines<'reports'> = {
  chats: {
    who: 'reports.view',
    method: 'GET',
    input: () => ({ from: '2026-01-01', to: '2026-01-31', timeZone: 'UTC' }),
  },
}
