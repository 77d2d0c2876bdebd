import { randomUUID } from 'node:crypto'
import { addMember } from '@rolecall/db/testing'
import type { WhatCan } from '@rolecall/protocol'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { openSite, type Role } from './console-site.ts'
import { look } from './controls.ts'
import { keepDesks } from './desks.ts'
import { watchCalls } from './quiet.ts'

// What the settings offer beside somebody else, by who is senior, is what the server takes: each looks at each, and each
// act is done to somebody like them.

const { browser, site } = await openSite('postgres')
const keep = keepDesks()

const people = ['Administrator', 'Supervisor', 'Agent', 'Support', 'Masked', 'Nothing'] as const
const viewers = ['Administrator', 'Supervisor', 'Lead'] as const
/** What stands in the menu of a member who works, or as a button in their row. */
const acts = ['setRole', 'changeDepartments', 'setHidden', 'signOut', 'deactivate', 'remove'] as const

type Person = (typeof people)[number]
type Act = (typeof acts)[number]

/** Leads a team and may do little else. */
const lead = { permissions: ['team.view', 'team.manage', 'team.departments', 'roles.view', 'inbox.view'] }

beforeAll(async () => {
  const { accountId, members, roles } = site.seed
  await site.database.tenant(accountId, async (tx) => {
    const id = randomUUID()
    const role = { account_id: accountId, id, name: 'Lead', chat_scope: 'all' as const, unassigned: true, ...lead }
    await tx.insertInto('role').values(role).execute()
    roles['Lead'] = id
    members['Lead'] = await addMember(tx, accountId, id, 'Lead')
  })
})

/** Somebody with this role whom nothing has been done to. */
const somebody = (role: Person) =>
  site.database.tenant(site.seed.accountId, (tx) =>
    addMember(tx, site.seed.accountId, site.seed.roles[role] ?? '', `${role} ${randomUUID().slice(0, 8)}`),
  )

/** Every way to do it to them: it may be done where the server takes one. */
const ways: Record<Act, (memberId: string) => object[]> = {
  setRole: (memberId) => Object.values(site.seed.roles).map((roleId) => ({ memberId, roleId })),
  changeDepartments: (memberId) =>
    Object.values(site.seed.departments).map((id) => ({ changes: [{ memberId, add: [id], remove: [] }] })),
  setHidden: (memberId) => [{ memberId, hidden: true }],
  signOut: (memberId) => [{ memberId }],
  deactivate: (memberId) => [{ memberId }],
  remove: (memberId) => [{ memberId }],
}

async function takes(viewer: string, act: Act, person: Person): Promise<boolean> {
  for (const input of ways[act]((await somebody(person)).id)) {
    const { status } = await site.as(viewer).post(`team.${act}`, input)
    if (status === 200) return true
  }
  return false
}

/** What the row of somebody offers, in it and in its menu. */
async function offered(page: Page, name: string): Promise<Set<string>> {
  const seen = new Set<string>()
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
  const inRow = row.locator('[data-call]:not([aria-disabled="true"])')
  for (const one of await inRow.all()) seen.add((await one.getAttribute('data-call')) ?? '')
  await row.getByRole('button', { name: `More for ${name}` }).click()
  await page.getByRole('menu').waitFor()
  await look(page.getByRole('menu'), seen)
  await page.keyboard.press('Escape')
  return seen
}

/** By who looks and at whom; looked at before anybody is added, as long as all of them are on the first page. */
const seats = new Map<string, Set<string>>()
beforeAll(async () => {
  for (const viewer of viewers) {
    const page = await keep(site.open(browser, viewer as Role, '/settings/team'))
    for (const person of people) seats.set(`${viewer} ${person}`, await offered(page, `${person} Tester`))
  }
})

describe.each(viewers)('beside others, a member with the role %s', (viewer) => {
  test.each(people.filter((person) => person !== viewer))('is offered what the server takes: %s', async (person) => {
    const shown = acts.filter((act) => seats.get(`${viewer} ${person}`)?.has(`team.${act}`))
    const taken = []
    for (const act of acts) if (await takes(viewer, act, person)) taken.push(act)
    expect(shown).toEqual(taken)
  })

  test.each(['Supervisor', 'Agent', 'Support'].filter((person) => person !== viewer) as Person[])(
    'is offered to give what the server lets them give: %s',
    async (person) => {
      const member = await somebody(person)
      const page = await keep(site.open(browser, viewer as Role, `/settings/team/member/${member.id}`))
      const quiet = watchCalls(page)
      await page.getByRole('radio', { name: /^Cannot/ }).check()
      await quiet()
      const buttons = await page.locator('.can [data-call="access.give"]').allInnerTexts()
      const { data } = await site.as(viewer).get<WhatCan>('roles.whatCan', { memberId: member.id })
      const taken = []
      for (const { name, label, allowed } of data.permissions) {
        if (allowed) continue
        const input = { memberId: (await somebody(person)).id, permission: name, roleId: null, until: null, reason: '' }
        const { status } = await site.as(viewer).post('access.give', input)
        if (status === 200) taken.push(label)
      }
      expect(buttons.map((text) => text.replace(/^Give…?\s*/, '').trim())).toEqual(taken)
    },
  )
})
