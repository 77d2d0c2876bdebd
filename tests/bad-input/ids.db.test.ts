import { type StartedApi, startApi } from '@rolecall/api/testing'
import { oneEngine, type Seed, seedAccount } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lines } from '../matrix/table.ts'
import { newTarget, type Target } from '../matrix/target.ts'
import { type Got, send } from './send.ts'
import { anonymous, headOf, post, refused, untouched } from './stage.ts'

// An id of another account is as good as none: the same status, head and body, but for the request's own id.

/** A target whose every id is its own name: a call that is given it says which of them it asks for. */
const marked = new Proxy({}, { get: (_, key) => key }) as Target

type Id = Exclude<keyof Target, 'accountId' | 'secret'>
const isId = (value: unknown): value is Id => typeof value === 'string' && /^(?!account)\w+Id$/.test(value)

/** Where an input names rows, however deep: `changes.0.memberId`. */
function idsIn(input: unknown, path: readonly string[] = []): [path: readonly string[], id: Id][] {
  if (isId(input)) return [[path, input]]
  if (typeof input !== 'object' || input === null) return []
  return Object.entries(input).flatMap(([key, value]) => idsIn(value, [...path, key]))
}

/** The same input with something else there. */
function put(input: object, path: string, value: unknown): object {
  const copy = structuredClone(input) as Record<string, unknown>
  const [last = '', ...ways] = path.split('.').toReversed()
  const at = ways.toReversed().reduce((one, key) => one[key] as Record<string, unknown>, copy)
  at[last] = value
  return copy
}

describe.each(oneEngine)('an id that is not ours on %s', (engine) => {
  let server: StartedApi
  let other: Seed
  let ours: Target
  let theirs: Target
  beforeAll(async () => {
    server = await startApi(engine)
    other = await seedAccount(server.database, { name: 'Elsewhere' })
    ours = await newTarget(server)
    theirs = await newTarget({ ...server, seed: other })
  })
  afterAll(() => server.close())

  const naming = Object.entries(lines).flatMap(([name, { input }]) =>
    idsIn(input?.(marked)).map(([path, id]) => [name, path.join('.'), id] as const),
  )
  const ask = (name: string, input: object): Promise<Got> => {
    const headers = headOf(server, 'Administrator')
    const query = `?input=${encodeURIComponent(JSON.stringify(input))}`
    return lines[name]?.method === 'POST'
      ? post(server, name, input, headers)
      : send(server.url, { method: 'GET', path: `/trpc/${name}${query}`, headers })
  }

  test('is asked for by every call that names a row', () => {
    expect([...new Set(naming.map(([name]) => name))]).toEqual(Object.keys(lines).filter((name) => lines[name]?.names))
  })

  test.each(naming)('%s: a foreign %s is missing, to the byte', async (name, key, id) => {
    const input = lines[name]?.input?.(ours) as object
    await untouched(server, async () => {
      const foreign = await ask(name, put(input, key, theirs[id]))
      const absent = await ask(name, put(input, key, crypto.randomUUID()))
      refused(foreign, 404, 'NOT_FOUND')
      expect(anonymous(foreign)).toEqual(anonymous(absent))
    }, [other])
  })

  test.each(['GET /visitor.config', 'POST /visitor.start', 'POST /visitor.offline'])(
    'an account that does not exist: %s',
    (call) =>
      untouched(server, async () => {
        const name = call.slice(call.indexOf('/') + 1)
        const input = lines[name]?.input?.(ours) as object
        refused(await ask(name, { ...input, account: crypto.randomUUID() }), 404, 'NOT_FOUND')
      }),
  )

  test('another account’s message id says nothing of that message', async () => {
    const { id } = await server.database.tenant(other.accountId, (tx) =>
      tx.selectFrom('message').select('id').where('chat_id', '=', theirs.chatId).executeTakeFirstOrThrow(),
    )
    const said = await ask('inbox.reply', { chatId: ours.chatId, id, body: 'Ours' })
    expect([said.status, JSON.parse(said.text).result.data.body]).toEqual([200, 'Ours'])
  })

  test.each([
    ['in capitals', (id: string) => id.toUpperCase()],
    ['in braces', (id: string) => `{${id}}`],
    ['without dashes', (id: string) => id.replaceAll('-', '')],
    ['as a URN', (id: string) => `urn:uuid:${id}`],
    ['with a space', (id: string) => `${id} `],
    ['with a line break', (id: string) => `${id}\n`],
    ['with a NUL', (id: string) => `${id}\0`],
    ['in a list', (id: string) => [id]],
    ['in an object', (id: string) => ({ id })],
    ['as a condition', (id: string) => `${id}' or '1'='1`],
  ])('ours, but %s, is no id', (_, spelt) =>
    untouched(server, async () => {
      for (const [name, key, id] of naming) {
        const input = lines[name]?.input?.(ours) as object
        refused(await ask(name, put(input, key, spelt(ours[id]))), 400, 'INVALID_INPUT')
      }
    }),
  )
})
