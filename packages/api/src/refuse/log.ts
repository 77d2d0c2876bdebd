import type { Logger } from 'pino'

/** Where the house writes what happened: pino's, or anything that has these of it. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>
