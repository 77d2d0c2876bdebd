import type { Log } from '../refuse/log.ts'

export interface Line {
  level: 'debug' | 'info' | 'warn' | 'error'
  fields: Record<string, unknown>
  message: string
}
export type Lines = Line[]

/** A log that keeps what it is told, for tests that look at it. */
export function recorder(): { log: Log; lines: Lines } {
  const lines: Lines = []
  const at = (level: Line['level']) => (fields: unknown, message?: string) => {
    const known = typeof fields === 'object' && fields !== null
    lines.push({ level, fields: known ? { ...fields } : {}, message: message ?? String(fields) })
  }
  const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
  return { log, lines }
}
