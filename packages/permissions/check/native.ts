import { createRequire } from 'node:module'

const native = createRequire(import.meta.url)

/**
 * The checker as Node itself loads it. Through a test runner, which puts a question before every use of what was imported,
 * it takes twice as long.
 */
export const { explore, accountsWith, share, totalOf } = native('./explore.ts') as typeof import('./explore.ts')
export const { eachStep } = native('./acts.ts') as typeof import('./acts.ts')
export const { Reckoning } = native('./reckoning.ts') as typeof import('./reckoning.ts')
export const { table } = native('./table.ts') as typeof import('./table.ts')
export const { faults } = native('./faults.ts') as typeof import('./faults.ts')
