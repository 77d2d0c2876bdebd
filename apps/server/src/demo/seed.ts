import { randomUUID } from 'node:crypto'
import { createAccount } from '@rolecall/api'
import { type Database, enterAccount, type Jobs, type Tx } from '@rolecall/db'
import { care } from './care.ts'
import { orders } from './orders.ts'
import { departments, people, shop } from './people.ts'
import { trade } from './trade.ts'
import { type Company, firstFour, writeCompany } from './write-company.ts'
import { beginning, type Places, writeTalk } from './write-talk.ts'

const key = 'demo'
const talks = [...orders, ...care, ...trade]

/** The demo account's id: made at the first start with --demo, found again at later ones. */
export function seedDemo(database: Database): Promise<string> {
  return database.transaction(async (tx) => {
    // Whoever writes this row makes the account; a second process waits here and then finds it.
    const { numInsertedOrUpdatedRows: first } = await tx
      .insertInto('setting')
      .values({ key, value: JSON.stringify({ accountId: null }) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (first !== 1n) return (await demoAccount(tx)) as string
    const accountId = await seed(tx, database.jobs)
    const value = JSON.stringify({ accountId })
    await tx.updateTable('setting').set({ value }).where('key', '=', key).execute()
    return accountId
  })
}

/** undefined: this server was never started with --demo. */
export async function demoAccount(tx: Tx): Promise<string | undefined> {
  const row = await tx.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  return (row?.value as { accountId: string } | undefined)?.accountId
}

async function seed(tx: Tx, jobs: Jobs): Promise<string> {
  const { accountId, roles } = await createAccount(tx, { name: shop.name, plan: 'unlimited', demo: true })
  await enterAccount(tx, accountId)
  const { color, greeting, timeZone: time_zone } = shop
  await tx.updateTable('account').set({ color, greeting, time_zone }).where('id', '=', accountId).execute()
  const company: Company = { accountId, roles: { ...roles }, members: {}, departments: {} }
  for (const name of departments) company.departments[name] = await addDepartment(tx, accountId, name)
  await writeCompany(tx, jobs, company)
  const places: Places = { accountId, members: firstFour(company), departments: company.departments, contacts: {} }
  for (const person of people) places.contacts[person[0]] = await addContact(tx, accountId, person)
  for (const talk of talks) await writeTalk(tx, places, talk)
  return accountId
}

async function addDepartment(tx: Tx, account_id: string, name: string): Promise<string> {
  const id = randomUUID()
  await tx.insertInto('department').values({ account_id, id, name }).execute()
  return id
}

async function addContact(tx: Tx, account_id: string, person: (typeof people)[number]) {
  const [name, email, phone, page, device, tags] = person
  const id = randomUUID()
  const talk = talks.find(({ visitor }) => visitor === name)
  const last_seen_at = new Date(talk ? beginning(talk.began) : Date.now() - 20 * 86_400_000)
  const more = { email, phone, page: `https://fern-and-kiln.example${page}`, device, tags: [...tags], data: '{}' }
  await tx
    .insertInto('contact')
    .values({ account_id, id, name, ip: null, ...more, created_at: last_seen_at, last_seen_at })
    .execute()
  return id
}
