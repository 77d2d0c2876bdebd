import { asOwner, engines, freshDatabase } from '@rolecall/db/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/index.ts'

describe.each(engines)('the log of a failed statement on %s', (engine) => {
  let server: StartedApi
  let database: Awaited<ReturnType<typeof freshDatabase>>
  beforeAll(async () => {
    database = await freshDatabase(engine, { alone: true })
    server = await startApi(engine, { database })
    await asOwner(database, async (db) => {
      await sql.raw(`alter table message add constraint planted check (body not like '%planted%')`).execute(db)
    })
  })
  afterAll(async () => {
    await server.close()
    await database.close()
  })

  it('says what failed where, and nothing that anybody wrote, holds or is', async () => {
    const [contact] = server.seed.contacts
    const secret = contact?.secret ?? ''
    const body = 'planted words of a visitor'
    const id = () => crypto.randomUUID()
    const said = await server.with({ authorization: `Visitor ${secret}` }).post('visitor.say', { id: id(), body })
    const chatId = server.seed.chats.agents
    const noted = await server.as('Agent').post('inbox.note', { chatId, id: id(), body: 'planted note' })
    expect([said.status, noted.status]).toEqual([500, 500])
    const failures = server.lines.filter(({ level }) => level === 'error')
    expect(failures).toHaveLength(2)
    for (const { fields } of failures) expect(JSON.stringify(fields)).toContain('"constraint":"planted"')
    const log = JSON.stringify(server.lines)
    const cookie = decodeURIComponent(server.cookie('Agent').split('=')[1] ?? '')
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
    for (const planted of ['planted words', 'planted note', secret, Buffer.from(hash).toString('hex'), cookie]) {
      expect(planted.length).toBeGreaterThan(5)
      expect(log).not.toContain(planted)
    }
  })
})
