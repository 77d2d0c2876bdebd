import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { oneEngine } from '@rolecall/db/testing'
import { names } from '@rolecall/permissions'
import type { CatalogueSection } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/start.ts'
import { within } from './idle.ts'

/** Of the guard and the nouns: what asks for a permission inside of itself names it there. */
async function sources(): Promise<string> {
  const src = join(import.meta.dirname, '..')
  const files = (await readdir(src, { recursive: true })).filter((name) => /(?<!\.test|\.test-d)\.ts$/.test(name))
  const texts = await Promise.all(files.map((name) => readFile(join(src, name), 'utf8')))
  return texts.join('\n')
}

describe.each(oneEngine)('permissions with nothing behind them, on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine)
  })
  afterAll(() => app.close())

  it('are those that no door asks for, and nothing inside of one', async () => {
    const { data } = await app.as('Supervisor').get<CatalogueSection[]>('roles.catalogue')
    const all = data.flatMap(({ permissions }) => permissions)
    const idle = all.filter((one) => one.idle).map(({ name }) => name)
    const asked = new Set(
      app.api.doors.flatMap(({ callers }) => (callers.kind === 'permission' ? [callers.permission] : [])),
    )
    expect(all).toHaveLength(names.length)
    expect(idle.filter((name) => asked.has(name))).toEqual([])
    expect(within.filter((name) => asked.has(name))).toEqual([])
    // Whoever begins to ask for one inside of a door says so in `within`.
    const text = await sources()
    const asks = (name: string) =>
      new RegExp(String.raw`(?:may|has|holds|includes)(?:<\w+>)?\([^)\n]*'${name.replace('.', String.raw`\.`)}'`).test(
        text,
      )
    expect(idle.filter(asks)).toEqual([])
    expect(within.filter((name) => !asks(name))).toEqual([])
    expect(idle).toEqual(expect.arrayContaining(['webhooks.manage', 'billing.card']))
    expect(idle).not.toContain('inbox.reply')
  })
})
