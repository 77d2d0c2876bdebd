import { type Database, enterAccount, type Tx } from '@rolecall/db'
import { engines, freshDatabase, type Seed, seedAccount } from '@rolecall/db/testing'
import { wholeReach } from '@rolecall/permissions'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scope } from './scope.ts'
import { reaches } from './testing/reach.ts'
import { hasUnseen, ownContacts, visibleChats, visibleContacts } from './visible.ts'

interface Place {
  id: string
  contactId: string
  assigneeId: string | null
  departmentId: string | null
}

describe.each(engines)('visible rows on %s', (engine) => {
  let database: Database
  let seed: Seed
  let other: Seed
  let places: Place[]
  let contactIds: string[]

  beforeAll(async () => {
    database = await freshDatabase(engine)
    seed = await seedAccount(database, { chats: false })
    other = await seedAccount(database)
    ;({ places, contactIds } = await database.tenant(seed.accountId, (tx) => fill(tx, seed)))
  })
  afterAll(() => database.close())

  const scopes = () => {
    const members = Object.values(seed.members).map(({ id }) => id)
    return fc
      .record({
        reach: reaches(departments),
        contacts: fc.boolean(),
        details: fc.boolean(),
        memberId: fc.constantFrom(...members),
      })
      .map((scope) => ({ ...scope, accountId: seed.accountId }) as unknown as Scope)
  }

  it('are exactly the chats that `Reach.sees` lets through', async () => {
    await fc.assert(
      fc.asyncProperty(scopes(), async (scope) => {
        const found = await inside((tx) => visibleChats(tx, scope).select('chat.id').execute())
        expect(sorted(found)).toEqual(sorted(places.filter(seenBy(scope))))
      }),
      { numRuns: 120 },
    )
  })

  it('are the contacts with a chat among them, and none without contacts.view', async () => {
    await fc.assert(
      fc.asyncProperty(scopes(), async (scope) => {
        const found = await inside((tx) => visibleContacts(tx, scope).select('contact.id').execute())
        const theirs = new Set(places.filter(seenBy(scope)).map(({ contactId }) => contactId))
        const expected = contactIds.filter((id) => scope.reach.all || theirs.has(id))
        expect(sorted(found)).toEqual(scope.contacts ? expected.toSorted() : [])
      }),
      { numRuns: 120 },
    )
  })

  it('are one’s own contacts only where no chat is hidden', async () => {
    await fc.assert(
      fc.asyncProperty(scopes(), async (scope) => {
        const found = await inside((tx) => ownContacts(tx, scope).select('contact.id').execute())
        const chatsOf = (id: string) => places.filter(({ contactId }) => contactId === id)
        const wholly = (id: string) => chatsOf(id).length > 0 && chatsOf(id).every(seenBy(scope))
        const expected = contactIds.filter((id) => scope.reach.all || wholly(id))
        expect(sorted(found)).toEqual(scope.contacts ? expected.toSorted() : [])
      }),
      { numRuns: 120 },
    )
  })

  it('are missed among the chats of a member where one of them is hidden', async () => {
    const members = Object.values(seed.members).map(({ id }) => id)
    await fc.assert(
      fc.asyncProperty(scopes(), fc.constantFrom(...members), async (scope, assigneeId) => {
        const theirs = places.filter((place) => place.assigneeId === assigneeId)
        const hidden = await inside((tx) => hasUnseen(tx, seed.accountId, assigneeId, scope))
        expect(hidden).toBe(!theirs.every(seenBy(scope)))
      }),
      { numRuns: 60 },
    )
  })

  it('are none of another account, even with its ids in the scope', async () => {
    const scope = Object.assign({}, everything, {
      accountId: other.accountId,
      memberId: other.members.Administrator.id,
    }) as unknown as Scope
    expect(await inside((tx) => visibleChats(tx, scope).select('chat.id').execute())).toEqual([])
    expect(await inside((tx) => visibleContacts(tx, scope).select('contact.id').execute())).toEqual([])
  })

  const inside = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => database.tenant(seed.accountId, run)
})

const everything = {
  reach: wholeReach,
  contacts: true,
  details: true,
}
const departments = Array.from({ length: 3 }, () => crypto.randomUUID())
const sorted = (rows: { id: string }[]) => rows.map(({ id }) => id).toSorted()
const seenBy = (scope: Scope) => (place: Place) => scope.reach.sees(scope.memberId, place)

/** Every place a chat can stand at, twice, spread over contacts with none to several chats. */
async function fill(tx: Tx, { accountId: account_id, members }: Seed) {
  await enterAccount(tx, account_id)
  await tx
    .insertInto('department')
    .values(departments.map((id, n) => ({ account_id, id, name: `d${n}` })))
    .execute()
  const contactIds = Array.from({ length: 25 }, () => crypto.randomUUID())
  await tx
    .insertInto('contact')
    .values(contactIds.map((id) => ({ account_id, id, name: id, data: '{}', last_seen_at: new Date() })))
    .execute()
  const assignees = [null, ...Object.values(members).map(({ id }) => id)]
  const combinations = assignees.flatMap((assigneeId) =>
    [null, ...departments].map((departmentId) => ({ assigneeId, departmentId })),
  )
  const places = [...combinations, ...combinations].map((place, n): Place => {
    // Contact 0 has no chat.
    return { ...place, id: crypto.randomUUID(), contactId: contactIds[1 + ((n * 7) % (contactIds.length - 1))] ?? '' }
  })
  await tx
    .insertInto('chat')
    .values(
      places.map((place) => ({
        account_id,
        id: place.id,
        contact_id: place.contactId,
        assignee_id: place.assigneeId,
        department_id: place.departmentId,
        active_at: new Date(),
      })),
    )
    .execute()
  return { places, contactIds }
}
