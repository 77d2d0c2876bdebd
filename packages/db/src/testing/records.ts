import { readdirSync } from 'node:fs'
import type { Database, Tx } from '../connect/database.ts'
import type { Seed } from './seed.ts'

type SeedNoun = (tx: Tx, seed: Seed) => Promise<void>

/**
 * Adds a row in each table that seedAccount leaves empty: a read mark, a token, an event, an audit entry … What a noun
 * adds is its `seed.ts`; they are found by that name, so a new one is in every test of all tables without being listed.
 */
export async function seedRecords(database: Database, seed: Seed): Promise<void> {
  const here = new URL('../', import.meta.url)
  const files = readdirSync(here, { encoding: 'utf8', recursive: true }).filter((name) =>
    /^[^/]+\/seed\.ts$/.test(name),
  )
  const nouns = files.filter((name) => name !== 'testing/seed.ts').toSorted()
  await database.tenant(seed.accountId, async (tx) => {
    for (const noun of nouns) {
      const { seed: add } = (await import(new URL(noun, here).href)) as { seed: SeedNoun }
      await add(tx, seed)
    }
  })
}
