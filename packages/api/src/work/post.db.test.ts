import type { Database } from '@rolecall/db'
import { engines, freshDatabase, type Seed, seedAccount } from '@rolecall/db/testing'
import type { InviteLink } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everywhere } from '../testing/everywhere.ts'
import { type StartedApi, startApi } from '../testing/start.ts'
import { type Letter, type Mail, noMail } from './mail.ts'

/** A mail server that is down when told so, and keeps what it took. */
function office() {
  const taken: Letter[] = []
  const is = { down: false, tried: 0 }
  const mail: Mail = {
    delivers: true,
    async send(letter) {
      is.tried++
      if (is.down) throw Object.assign(new Error(`no route for ${letter.to}`), { code: 'ECONNREFUSED' })
      taken.push(letter)
    },
  }
  return { taken, is, mail }
}

describe.each(engines)('letters on %s', (engine) => {
  let database: Database
  let seed: Seed
  beforeAll(async () => {
    database = await freshDatabase(engine)
    seed = await seedAccount(database)
  })
  afterAll(() => database.close())

  const start = async (mail: Mail) => {
    const server = await startApi(engine, { database, mail })
    server.seed.members['inviter'] = seed.members.Administrator
    return server
  }
  const invite = async (server: StartedApi, email: string) => {
    const asked = { email, roleId: seed.roles.Agent, departmentIds: [] }
    const answer = await server.as('inviter').post<InviteLink>('team.invite', asked)
    expect(answer.status).toBe(200)
    return answer.data
  }
  const rowOf = (about: string) =>
    database.tenant(seed.accountId, (tx) =>
      tx.selectFrom('letter').select(['state', 'tries', 'fault']).where('about', '=', about).executeTakeFirst(),
    )
  const linkIn = (letter: Letter | undefined) => /join#(\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
  const opens = async (server: StartedApi, token: string) =>
    (await server.with({}).get<{ letter: boolean }>('join.state', { token })).data.letter
  const patient = { timeout: 20_000 }

  test('are sent with the commit, and their row, job and log hold no link', async () => {
    const { taken, mail } = office()
    const server = await start(mail)
    const { inviteId, mailed } = await invite(server, 'first@example.test')
    expect(mailed).toBe(true)
    await expect.poll(() => rowOf(inviteId), patient).toEqual({ state: 'sent', tries: 1, fault: null })
    expect(taken.map(({ to }) => to)).toEqual(['first@example.test'])
    const secret = linkIn(taken[0])
    expect(await opens(server, secret)).toBe(true)
    expect(await everywhere(database, [secret])).toEqual(new Map([[secret, []]]))
    expect(JSON.stringify(server.lines)).not.toContain(secret)
    await server.close()
  })

  test('wait for a mail server that is down, also when the process ends, and are sent by another', async () => {
    const { taken, is, mail } = office()
    is.down = true
    const first = await start(mail)
    const { inviteId } = await invite(first, 'patient@example.test')
    await expect.poll(() => rowOf(inviteId), patient).toMatchObject({ state: 'waiting', fault: 'ECONNREFUSED' })
    expect(JSON.stringify(first.lines)).not.toContain('patient@example.test')
    await first.close()
    is.down = false
    const second = await start(mail)
    await expect.poll(() => rowOf(inviteId), patient).toMatchObject({ state: 'sent', fault: null })
    expect(taken).toHaveLength(1)
    expect(is.tried).toBeGreaterThan(1)
    expect(await opens(second, linkIn(taken[0]))).toBe(true)
    await second.close()
  })

  test('that tell of what is no longer so are not sent', async () => {
    const { taken, is, mail } = office()
    is.down = true
    const server = await start(mail)
    const { inviteId } = await invite(server, 'late@example.test')
    await expect.poll(() => rowOf(inviteId), patient).toMatchObject({ fault: 'ECONNREFUSED' })
    expect((await server.as('inviter').post('team.revokeInvite', { inviteId })).status).toBe(200)
    is.down = false
    await expect.poll(() => rowOf(inviteId), patient).toMatchObject({ state: 'needless' })
    expect(taken).toEqual([])
    await server.close()
  })

  test('without a mail server are kept, said to have reached nobody, and no link stands in the log', async () => {
    const server = await start(noMail)
    const { inviteId, mailed, link } = await invite(server, 'unsent@example.test')
    expect(mailed).toBe(false)
    expect(await rowOf(inviteId)).toEqual({ state: 'unsendable', tries: 0, fault: null })
    const log = JSON.stringify(server.lines)
    expect(log).toContain('no mail server')
    expect([link, 'unsent@example.test', '/console/'].filter((text) => log.includes(text))).toEqual([])
    const listed = await server.api.operator.letters(seed.members.Administrator.email, {})
    expect(listed[0]).toMatchObject({ kind: 'invite', about: inviteId, state: 'unsendable' })
    await server.close()
  })
})
