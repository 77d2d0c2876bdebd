import { chatsFound, type Database, type Tx } from '@rolecall/db'
import { engines, freshDatabase, type Seed, seedAccount } from '@rolecall/db/testing'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reaches } from '../testing/reach.ts'

const departments = Array.from({ length: 3 }, () => crypto.randomUUID())
const words = ['Ärger', 'invoice', 'INV-2026', 'ana@example.com', "don't", 'привет', 'red', 'redder', 'a']

interface Row {
  id: string
  contactId: string
  name: string
  assigneeId: string | null
  departmentId: string | null
  status: 'open' | 'closed'
  activeAt: Date
  said: { kind: 'message' | 'note' | 'event'; body: string }[]
}

/** The rule, without any index: each word begins a word of the same text. */
function holds(text: string, needle: string): boolean {
  const split = (of: string) =>
    of
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
  const [asked, there] = [split(needle), split(text)]
  return asked.length > 0 && asked.every((word) => there.some((other) => other.startsWith(word)))
}

describe.each(engines)('searching chats on %s', (engine) => {
  let database: Database
  let seed: Seed
  let rows: Row[]
  beforeAll(async () => {
    database = await freshDatabase(engine)
    seed = await seedAccount(database, { chats: false })
    rows = chatsOf(Object.values(seed.members).map(({ id }) => id))
    await database.tenant(seed.accountId, (tx) => write(tx, seed.accountId, rows))
    // The same words in another account.
    const other = await seedAccount(database, { chats: false })
    await database.tenant(other.accountId, (tx) => write(tx, other.accountId, chatsOf([])))
  })
  afterAll(() => database.close())

  const questions = () =>
    fc.record({
      needle: fc.oneof(
        fc.constantFrom(...words, 'inv', 'RED', 'example', 'red inv', 'zzz', '%', "'", '\\', ':*', 'Name 1', 'при'),
        fc.string({ maxLength: 6, unit: fc.constantFrom(...Array.from("a'\\%_:*&|!() eir2ä")) }),
      ),
      reach: reaches(departments),
      memberId: fc.constantFrom(...Object.values(seed.members).map(({ id }) => id)),
      view: fc.constantFrom('mine' as const, 'unassigned' as const, 'all' as const),
      status: fc.constantFrom('open' as const, 'closed' as const),
      edge: fc.option(
        fc.integer({ min: 0, max: 79 }).map((at) => ({ at: rows[at]!.activeAt, id: rows[at]!.id })),
        {
          nil: undefined,
        },
      ),
      most: fc.constantFrom(1, 5, 100),
    })

  // Small numbers, so that few rows take every way that the function has.
  it.each([
    ['as it is', undefined, undefined],
    ['where few chats are seen', 200, 1],
    ['where the word is common', 6, 2],
    ['where the word is common, and not in the newest', 1, 1],
  ])('%s: a page of what is seen and holds the words, in order', async (_, few, many) => {
    await fc.assert(
      fc.asyncProperty(questions(), async (asked) => {
        const { needle, reach, memberId, view, status, edge, most } = asked
        const expected = rows
          .filter((row) => row.status === status && reach.sees(memberId, row))
          .filter(({ assigneeId }) => view === 'all' || assigneeId === (view === 'mine' ? memberId : null))
          .filter(({ name, said }) =>
            [name, ...said.flatMap(({ kind, body }) => (kind === 'event' ? [] : [body]))].some((t) => holds(t, needle)),
          )
          .toSorted(newestFirst)
          .filter((row) => !edge || newestFirst(row, { id: edge.id, activeAt: edge.at }) > 0)
          .slice(0, most)
        const found = await database.tenant(seed.accountId, (tx) => chatsFound(tx, asked, few, many))
        expect(found).toEqual(expected.map(({ id }) => id))
      }),
      { numRuns: 60 },
    )
  })

  it('finds nothing where no account is entered', async () => {
    const asked = { needle: 'red', reach: { all: true, departments: [], unassigned: 'any' as const } }
    const rest = { memberId: seed.members.Agent.id, view: 'all' as const, status: 'open' as const, most: 10 }
    expect(await database.transaction((tx) => chatsFound(tx, { ...asked, ...rest }))).toEqual([])
  })
})

type Placed = Pick<Row, 'id' | 'activeAt'>
const newestFirst = (a: Placed, b: Placed) => b.activeAt.getTime() - a.activeAt.getTime() || (a.id < b.id ? 1 : -1)

const chatsOf = (members: readonly string[]): Row[] =>
  Array.from({ length: 80 }, (_, n) => ({
    id: crypto.randomUUID(),
    contactId: crypto.randomUUID(),
    name: `Name ${n % 11}`,
    assigneeId: [null, ...members][n % (members.length + 2)] ?? null,
    departmentId: [null, ...departments][(n * 7) % 5] ?? null,
    status: n % 6 === 0 ? 'closed' : 'open',
    // Some at the same moment.
    activeAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(n / 3) * 1000),
    said: (['message', 'note', 'event'] as const).map((kind, k) => ({
      kind,
      body: [words[(n + k) % 9], words[(n * 5 + k) % 9]].join(n % 2 ? ' ' : ', '),
    })),
  }))

async function write(tx: Tx, account_id: string, rows: readonly Row[]): Promise<void> {
  const names = departments.map((id, n) => ({ account_id, id, name: `d${n}` }))
  await tx.insertInto('department').values(names).execute()
  const contacts = rows.map(({ contactId, name, activeAt }) => ({ id: contactId, name, last_seen_at: activeAt }))
  await tx
    .insertInto('contact')
    .values(contacts.map((one) => ({ account_id, data: '{}', ...one })))
    .execute()
  const chats = rows.map(({ id, contactId, assigneeId, departmentId, status, activeAt }) => {
    const place = { assignee_id: assigneeId, department_id: departmentId, active_at: activeAt }
    return { account_id, id, contact_id: contactId, status, ...place }
  })
  await tx.insertInto('chat').values(chats).execute()
  const messages = rows.flatMap(({ id, said }) =>
    said.map(({ kind, body }, seq) => ({ chat_id: id, seq: seq + 1, kind, body, id: crypto.randomUUID() })),
  )
  await tx
    .insertInto('message')
    .values(messages.map((one) => ({ account_id, author_kind: 'member' as const, author_name: 'Someone', ...one })))
    .execute()
}
