import type { CallName } from '@rolecall/client'
import type { Session } from '@rolecall/protocol'

/** A session that may make these calls, for tests. */
export const sessionWith = (procedures: CallName[], change: Partial<Session> = {}): Session => ({
  member: { id: 'm1', name: 'Ana Fischer', email: 'ana@example.com', departmentIds: [] },
  role: { id: 'r1', name: 'Agent', custom: false },
  account: { id: 'a1', name: 'Northwind', plan: 'pro', online: true, widgetShown: true, timeZone: 'UTC' },
  permissions: [],
  reach: { all: true, departments: [], unassigned: 'any' },
  extra: [],
  preview: null,
  procedures,
  event: 0,
  ...change,
})
