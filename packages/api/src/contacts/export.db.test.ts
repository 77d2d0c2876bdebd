import { engines } from '@rolecall/db/testing'
import { defaultRoleNames } from '@rolecall/permissions'
import { holdersOf } from '@rolecall/permissions/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

const may = holdersOf('contacts.export')

describe.each(engines)('GET /contacts.csv on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: narrowRoles } })
  })
  afterAll(() => app.close())

  const download = (role: string) => fetch(`${app.url}/contacts.csv`, { headers: { cookie: app.cookie(role) } })
  const names = (text: string) =>
    text
      .trimEnd()
      .split('\r\n')
      .map((line) => line.slice(1, line.indexOf('","')))

  it.each(defaultRoleNames)('serves %s as roles.csv says', async (role) => {
    const before = await stateOf(app.database)
    const response = await download(role)
    expect(response.status).toBe(may.includes(role) ? 200 : 403)
    const text = await response.text()
    if (!may.includes(role))
      expect(JSON.parse(text)).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'contacts.export', role })
    // Who takes a copy is written down, and nothing else.
    const { audit } = before
    const entry = { rows: (audit?.rows ?? 0) + 1, digest: expect.any(String) }
    expect(await stateOf(app.database)).toEqual({ ...before, audit: may.includes(role) ? entry : audit })
  })

  it('is a file named by its day that no browser guesses at or keeps', async () => {
    const { headers } = await download('Supervisor')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="contacts-\d{4}-\d\d-\d\d\.csv"$/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('refuses nobody and visitors', async () => {
    for (const headers of [{}, { authorization: `Visitor ${app.seed.contacts[0]?.secret}` }]) {
      const response = await fetch(`${app.url}/contacts.csv`, { headers: headers as Record<string, string> })
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([401, 'NOT_SIGNED_IN'])
    }
  })

  it('has what the scope has, and no column that is masked', async () => {
    const all = await (await download('Supervisor')).text()
    expect(names(all).toSorted()).toEqual(['Name', ...app.seed.contacts.map(({ name }) => name)].toSorted())
    for (const { email } of app.seed.contacts) expect(all).toContain(`"${email}"`)
    expect(names(await (await download('Free')).text()).toSorted()).toEqual([
      'Help Visitor',
      'Name',
      'Sales Visitor',
      'Unassigned Visitor',
    ])
    expect(names(await (await download('Mine')).text())).toEqual(['Name'])
    const masked = await (await download('Masked')).text()
    expect(names(masked)).toHaveLength(7)
    expect(masked).not.toMatch(/Email|Phone|IP|data|visitor\.test|7946|203\.0|trial/)
  })

  it('has every contact once over many pages', async () => {
    await addContacts(app, 1_234)
    const text = await (await download('Administrator')).text()
    const made = names(text).filter((name) => name.startsWith('Made '))
    expect(made).toHaveLength(1_234)
    expect(new Set(made).size).toBe(1_234)
  })

  it('breaks off, and does not just end, when the right goes on the way', async () => {
    // More than the buffers of both sockets hold: the server has to wait for us in the middle.
    await addContacts(app, 3_000, 'long/'.repeat(2_000))
    const response = await download('People')
    const reader = response.body?.getReader()
    expect((await reader?.read())?.done).toBe(false)
    await app.database.tenant(app.seed.accountId, (tx) =>
      tx
        .updateTable('role')
        .set({ full_sections: ['inbox'] })
        .where('name', '=', 'People')
        .execute(),
    )
    await expect(rest(reader)).rejects.toThrow('terminated')
    expect((await download('People')).status).toBe(403)
  })

  it('breaks off when it would go on with other rows or columns', async () => {
    const response = await download('Masked')
    const reader = response.body?.getReader()
    await reader?.read()
    await app.database.tenant(app.seed.accountId, (tx) =>
      tx.updateTable('role').set({ chat_scope: 'mine' }).where('name', '=', 'Masked').execute(),
    )
    await expect(rest(reader)).rejects.toThrow('terminated')
  })
})

/** Reads to the end: rejects where the connection breaks off before it. */
async function rest(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<void> {
  for (let part = await reader?.read(); part && !part.done; ) part = await reader?.read()
}

async function addContacts({ database, seed }: StartedApi, count: number, path = ''): Promise<void> {
  const { accountId: account_id } = seed
  await database.tenant(account_id, async (tx) => {
    for (let from = 0; from < count; from += 500) {
      const rows = Array.from({ length: Math.min(500, count - from) }, (_, n) => ({
        account_id,
        id: crypto.randomUUID(),
        name: `Made ${from + n} ${count}`,
        page: `https://shop.example/${path}`,
        data: '{}',
        last_seen_at: new Date(),
      }))
      await tx.insertInto('contact').values(rows).execute()
    }
  })
}
