import { engines, freshDatabase } from '@rolecall/db/testing'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { secretFor } from './secret.ts'

it.each(engines)('a secret that changed is told of, with the setting, on %s', async (engine) => {
  const database = await freshDatabase(engine)
  const lines: string[] = []
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line).msg) })
  const kept = await secretFor(database, undefined, log)
  expect(await secretFor(database, undefined, log)).toBe(kept)
  expect(lines).toEqual([])
  expect(await secretFor(database, 'a'.repeat(32), log)).toBe('a'.repeat(32))
  await secretFor(database, 'a'.repeat(32), log)
  expect(lines).toEqual([expect.stringContaining('ROLECALL_SECRET is another')])
  await database.close()
})
