import type { Lines } from './line.ts'

export const audit: Lines<'audit'> = {
  list: { who: 'audit.view', method: 'GET', input: () => ({ limit: 5 }) },
  named: { who: 'audit.view', method: 'GET', input: () => ({ search: 'tester' }) },
  export: { who: 'audit.view', method: 'GET', address: '/audit.csv', entry: true },
}
