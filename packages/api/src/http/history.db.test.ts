import { engines } from '@rolecall/db/testing'
import type { AuditPage } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPerson } from '../rows/person.ts'
import { cheapHash } from '../testing/cheap-hash.ts'
import { type StartedApi, startApi } from '../testing/index.ts'

const password = 'a sentence nobody guesses'
const email = 'ines@example.test'

// Fault 37: who came in and went, and what was refused, stands in the history with the address that it came from.
describe.each(engines)('the doors in the history on %s', (engine) => {
  let server: StartedApi
  let memberId: string
  let cookie = ''
  beforeAll(async () => {
    server = await startApi(engine, { seed: { chats: false } })
    const { accountId, roles } = server.seed
    const person = { accountId, roleId: roles.Agent, name: 'Ines', email, password }
    memberId = (await server.database.tenant(accountId, (tx) => addPerson(tx, person, cheapHash))).memberId
  })
  afterAll(() => server.close())

  const post = async (path: string, body: unknown, status = 200) => {
    const headers = { 'content-type': 'application/json', origin: server.url, cookie }
    const answer = await fetch(`${server.url}/auth/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    expect(answer.status).toBe(status)
    cookie = answer.headers.getSetCookie().at(-1)?.split(';')[0] ?? cookie
  }
  const told = async (filter: object = {}) => {
    const { rows } = (await server.as('Administrator').get<AuditPage>('audit.list', filter)).data
    return rows.map(({ actor, text, from, subject }) => [actor.name, text, from.ip, subject.id])
  }

  it.each([
    ['sign-in/email', () => ({ email, password }), ['Ines', 'Signed in']],
    ['sign-out', () => ({}), ['Ines', 'Signed out']],
    ['request-password-reset', () => ({ email }), ['Somebody', 'Asked for a link to a new password of Ines']],
    [
      'reset-password',
      () => ({ token: /reset#(\w+)/.exec(server.letters.at(-1)?.text ?? '')?.[1], newPassword: `${password}!` }),
      ['Ines', 'Chose a new password by the link of a letter, which ended all their sessions'],
    ],
  ])('/auth/%s', async (path, body, [who, text]) => {
    await post(path, body())
    await server.mailed()
    expect((await told({ limit: 1 }))[0]).toEqual([who, text, '127.0.0.1', memberId])
  })

  it('says nothing of an attempt that failed, nor to anybody else of one who is not theirs', async () => {
    const before = await told()
    await post('sign-in/email', { email, password: 'not that one' }, 401)
    await post('request-password-reset', { email: 'nobody@example.test' })
    expect(await told()).toEqual(before)
  })

  it('a browser that changes hands is signed out of the one and in as the other', async () => {
    await post('sign-in/email', { email, password: `${password}!` })
    await post('sign-in/email', { email, password: `${password}!` })
    const texts = (await told({ actorId: memberId, limit: 3 })).map(([, text]) => text)
    expect(texts.filter((text) => text === 'Signed out')).toHaveLength(1)
    expect(texts.filter((text) => text === 'Signed in')).toHaveLength(2)
  })

  it('who tries to rise, and is refused: ten times in a quarter of an hour, and always in the log', async () => {
    const { members, roles } = server.seed
    const rise = () =>
      server.as('Supervisor').post('team.setRole', { memberId: members.Agent.id, roleId: roles.Administrator })
    for (let n = 0; n < 12; n++) expect((await rise()).status).toBe(403)
    const entries = await told({ actorId: members.Supervisor.id })
    expect(entries).toHaveLength(10)
    expect(entries[0]).toEqual([
      'Supervisor Tester',
      expect.stringMatching(/^Tried as Supervisor to change access beyond their own and was refused: this takes “.+”$/),
      '127.0.0.1',
      server.seed.accountId,
    ])
    expect(server.lines.filter(({ message }) => message === 'denied')).toHaveLength(12)
  })
})
