import { PgBoss } from 'pg-boss'
import { jobsSchema } from '../wall/names.ts'
import type { Raw } from './raw.ts'

/** What there is to wait for. */
export const queues = ['due', 'letter'] as const
export type Queue = (typeof queues)[number]

/** pg-boss on connections of ours; its schema is made by a migration (install.ts). */
export function bossOn(raw: Raw): PgBoss {
  return new PgBoss({
    db: { executeSql: raw },
    schema: jobsSchema,
    migrate: false,
    createSchema: false,
    // Looked after by whoever runs the jobs (Jobs.maintain), and by no timer of its own.
    supervise: false,
    schedule: false,
    registerInstance: false,
    // These ask for the rights of an owner and of a monitor.
    reindex: false,
    monitorVacuum: false,
  })
}
