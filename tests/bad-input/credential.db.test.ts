import { type StartedApi, startApi } from '@rolecall/api/testing'
import { hashed, oneEngine, type Seed, seedAccount } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newTarget, type Target } from '../matrix/target.ts'
import { anonymous, get, headOf, post, refused, untouched } from './stage.ts'

describe.each(oneEngine)('a bad credential on %s', (engine) => {
  let server: StartedApi
  let other: Seed
  let target: Target
  let token: string
  let foreign: string
  beforeAll(async () => {
    server = await startApi(engine)
    other = await seedAccount(server.database, { name: 'Elsewhere' })
    target = await newTarget(server)
    const all = [
      'inbox.view',
      'inbox.reply',
      'inbox.close',
      'inbox.delete',
      'contacts.view',
      'team.manage',
      'team.view',
    ]
    const mint = ({ members }: Seed) =>
      server.api.operator.createToken(members.Administrator.email, { permissions: all, name: 'CRM' })
    token = (await mint(server.seed)).token
    foreign = (await mint(other)).token
  })
  afterAll(() => server.close())

  const cookie = () => server.cookie('Administrator')
  const value = () => decodeURIComponent(cookie().slice(cookie().indexOf('=') + 1))
  const named = (text: string) => `${cookie().slice(0, cookie().indexOf('='))}=${encodeURIComponent(text)}`

  /** Asks and tries to change something with this head; both are refused alike, and nothing happens. */
  const nobody = (head: Record<string, string | string[] | undefined>) =>
    untouched(server, async () => {
      const headers = headOf(server, 'Administrator', { cookie: undefined, ...head })
      refused(await get(server, 'session.me', headers), 401, 'NOT_SIGNED_IN')
      refused(await post(server, 'inbox.delete', { chatId: target.chatId }, headers), 401, 'NOT_SIGNED_IN')
      refused(await get(server, '/contacts.csv', headers), 401, 'NOT_SIGNED_IN')
      refused(await get(server, '/live', headers), 401, 'NOT_SIGNED_IN')
    }, [other])

  describe('is a cookie', () => {
    test('with another last character in its signature', () => {
      const text = value()
      const last = text.at(-2) === 'A' ? 'B' : 'A'
      return nobody({ cookie: named(`${text.slice(0, -2)}${last}=`) })
    })
    test('whose signature was cut off', () => nobody({ cookie: named(value().split('.')[0] ?? '') }))
    test('whose signature is empty', () => nobody({ cookie: named(`${value().split('.')[0]}.`) }))
    test('with somebody else’s session under a good signature', () => {
      const signature = value().slice(value().indexOf('.'))
      return nobody({ cookie: named(server.seed.members.Supervisor.session + signature) })
    })
    test('with a session that nobody has, in the form of one', () =>
      nobody({ cookie: named(`${'A'.repeat(43)}.${'A'.repeat(43)}=`) }))
    test('that does not decode', () => nobody({ cookie: `${cookie()}%E0%A4%A` }))
    test('under a name in other letters', () => nobody({ cookie: cookie().replace('rolecall', 'Rolecall') }))
    test('behind a false one of the same name', () => nobody({ cookie: `${named('false')}; ${cookie()}` }))
    test('among hundreds of others, none of them ours', () =>
      nobody({ cookie: Array.from({ length: 400 }, (_, n) => `c${n}=${n}`).join('; ') }))
  })

  test('is a session that ran out', async () => {
    const { session } = server.seed.members.Administrator
    const until = (expires_at: Date) =>
      server.database.db
        .updateTable('identity_session')
        .set({ expires_at })
        .where('token_hash', '=', hashed(session))
        .execute()
    await until(new Date(Date.now() - 1000))
    await nobody({ cookie: cookie() })
    await until(new Date(Date.now() + 3_600_000))
    expect((await get(server, 'session.me', { cookie: cookie() })).status).toBe(200)
  })

  test('is the session of somebody who was deactivated', async () => {
    const { id } = server.seed.members.Supervisor
    const to = (status: 'active' | 'deactivated') =>
      server.database.tenant(server.seed.accountId, (tx) =>
        tx.updateTable('member').set({ status }).where('id', '=', id).execute(),
      )
    await to('deactivated')
    await nobody({ cookie: server.cookie('Supervisor') })
    await to('active')
  })

  describe('is a token', () => {
    test('with something behind it', async () => {
      for (const more of ['x', '=', '%00', ' ', ', Bearer x', '.', token])
        await nobodyBut(more, `Bearer ${token}${more}`)
    })
    test('with something missing, or changed', async () => {
      for (const less of [token.slice(0, -1), token.slice(1), token.toUpperCase(), `${token.slice(0, -1)}!`])
        await nobody({ authorization: `Bearer ${less}` })
    })
    test('under another scheme', async () => {
      for (const scheme of ['Basic', 'bearer', 'BEARER', 'Token', 'Visitor', 'Operator', 'Bearer Bearer'])
        await nobody({ authorization: `${scheme} ${token}` })
    })
    test('whose account was exchanged for another', () => {
      const account = other.accountId.replaceAll('-', '')
      return nobody({ authorization: `Bearer rc_${account}_${token.slice(-43)}` })
    })
    test('where the visitor’s key should be', async () => {
      const headers = headOf(server, 'Administrator', { cookie: undefined, authorization: `Visitor ${token}` })
      refused(await get(server, 'visitor.thread', headers), 401, 'NOT_SIGNED_IN')
      refused(await get(server, '/visitor/live', headers), 401, 'NOT_SIGNED_IN')
    })
    test('in the address, which would end up in logs', () =>
      untouched(server, async () => {
        for (const key of ['token', 'access_token', 'authorization', 'key'])
          refused(await get(server, `/contacts.csv?${key}=${token}`, {}), 401, 'NOT_SIGNED_IN')
      }))
    test('that is good, next to one that is not', () =>
      nobody({ authorization: [`Bearer ${token}`, `Bearer rc_${'0'.repeat(32)}_${'A'.repeat(43)}`] }))
    test('that comes twice', () => nobody({ authorization: [`Bearer ${token}`, `Bearer ${token}`] }))
    test('that is wrong, beside a cookie that is right', () =>
      nobody({ authorization: 'Bearer nonsense', cookie: cookie() }))
  })

  // Spaces at the end are no part of a header's value (RFC 9110, 5.5).
  const nobodyBut = async (more: string, authorization: string) => {
    if (more.trim() !== '') return nobody({ authorization })
    expect((await get(server, 'session.me', { authorization })).status).toBe(200)
  }

  describe('is the visitor’s key', () => {
    test('used as a token', () => nobody({ authorization: `Bearer ${target.secret}` }))
    test('used for what members do', () => nobody({ authorization: `Visitor ${target.secret}` }))
    test('with something behind it, or of another account', async () => {
      const account = other.accountId.replaceAll('-', '')
      for (const secret of [`${target.secret}x`, `rv_${account}_${target.secret.slice(-43)}`]) {
        await untouched(server, async () => {
          const headers = headOf(server, 'Administrator', { cookie: undefined, authorization: `Visitor ${secret}` })
          const said = { id: crypto.randomUUID(), body: 'Hello' }
          refused(await post(server, 'visitor.say', said, headers), 401, 'NOT_SIGNED_IN')
          refused(await get(server, 'visitor.thread', headers), 401, 'NOT_SIGNED_IN')
        })
      }
    })
  })

  test('is a good token of another account: our rows are not there for it', () =>
    untouched(server, async () => {
      const head = { 'content-type': 'application/json', authorization: `Bearer ${foreign}` }
      const { chatId, contactId, memberId, roleId } = target
      const changes = {
        'inbox.delete': { chatId },
        'inbox.reply': { chatId, id: crypto.randomUUID(), body: 'Hello' },
        'team.setRole': { memberId, roleId },
      }
      for (const [name, input] of Object.entries(changes))
        refused(await post(server, name, input, head), 404, 'NOT_FOUND')
      const theirs = await get(server, 'contacts.get', head, { contactId })
      const none = await get(server, 'contacts.get', head, { contactId: crypto.randomUUID() })
      refused(theirs, 404, 'NOT_FOUND')
      expect(anonymous(theirs)).toEqual(anonymous(none))
    }, [other]))
})
