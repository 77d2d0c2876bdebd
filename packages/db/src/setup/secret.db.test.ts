import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../connect/database.ts'
import { engines, freshDatabase } from '../testing/index.ts'
import { keptSecret } from './secret.ts'

describe.each(engines)('the secret that signs cookies, on %s', (engine) => {
  let database: Database
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())

  test('processes that start at once agree on one, and keep it', async () => {
    const secrets = await Promise.all(Array.from({ length: 8 }, () => keptSecret(database)))
    expect(new Set(secrets).size).toBe(1)
    expect(secrets[0]?.length).toBeGreaterThanOrEqual(32)
    expect(await keptSecret(database)).toBe(secrets[0])
  })
})
