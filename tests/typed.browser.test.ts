import { hashed } from '@rolecall/db/testing'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { openSite, type Role } from './console-site.ts'
import { keepDesks } from './desks.ts'

// Nothing that somebody typed is lost without a word: not by Escape, Back, another page, a reload or the end of a session; and
// nobody else at that browser sees it.

const { browser, site } = await openSite()
const keep = keepDesks()
const keepEnded = keepDesks(401)
const sit = (role: Role, path: string) => keep(site.open(browser, role, path))

const said = 'Words that must not be lost'
const told = (page: Page) => page.getByText('What you wrote is kept: it is there when you come back.')
const before = (page: Page) => page.getByText('You began this before. It is not saved yet.')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const keptHere = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('.kept.')))

const ids = { department: '', contact: '', chat: '' }
beforeAll(async () => {
  const as = site.as('Administrator')
  await as.post('departments.create', { name: 'Sales' })
  await site.as('Agent').post('access.request', { permission: 'reports.view', reason: 'Monday' })
  ids.chat = (await site.visitor('Tina Typed', 'Hello?')).chatId
  const { data } = await as.get<{ rows: { id: string; name: string }[] }>('contacts.list', { search: 'Tina' })
  ids.contact = data.rows[0]?.id ?? ''
})

interface Form {
  role?: Role
  path: () => string
  /** Brings the form up; where it has been left half written it may be up already. */
  open: (page: Page) => Promise<unknown>
  field: string
  text?: string
}

const menu = async (page: Page, item: string) => {
  await page.getByRole('button', { name: 'More for Sales' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

const dialogs: Record<string, Form> = {
  invitation: { path: () => '/settings/team', open: (page) => press(page, 'Invite'), field: 'Emails' },
  'reason of access': {
    path: () => `/settings/team/member/${site.seed.members.Support.id}?give=inbox.delete`,
    open: async (page) => {
      const button = page.getByRole('button', { name: 'Give access…' })
      await page.getByRole('dialog').or(button).first().waitFor()
      if ((await page.getByRole('dialog').count()) === 0) await button.click()
    },
    field: 'Why (they and the history see it)',
  },
  refusal: { path: () => '/settings/requests', open: (page) => press(page, 'Refuse…'), field: 'What they are told' },
  department: {
    path: () => '/settings/team/departments',
    open: (page) => press(page, 'Add department'),
    field: 'Name',
  },
  'other name': { path: () => '/settings/team/departments', open: (page) => menu(page, 'Rename…'), field: 'Name' },
  pages: {
    path: () => '/settings/team/departments',
    open: (page) => menu(page, 'Its pages…'),
    field: 'Parts of addresses, one in each line',
  },
  description: {
    path: () => `/settings/roles/${site.seed.roles['Reader']}`,
    open: (page) => page.locator('[data-call="roles.describe"]').first().click(),
    field: 'Description',
  },
}

const inPlace: Record<string, Form> = {
  document: { path: () => '/settings/code', open: async () => {}, field: 'Document' },
  request: {
    role: 'Support',
    path: () => 'reports',
    open: async (page) => {
      const ask = page.getByRole('button', { name: 'Request access' })
      await page.getByLabel('Why do you need it?').or(ask).first().waitFor()
      if (await ask.count()) await ask.click()
    },
    field: 'Why do you need it?',
  },
  contact: {
    role: 'Agent',
    path: () => `contacts/${ids.contact}`,
    open: (page) => press(page, 'Edit'),
    field: 'Tags',
  },
}

const written = (page: Page, { field }: Form) => page.getByLabel(field, { exact: true })

/** It is there again, and says so; begun anew it is as it was, and nothing is kept. */
async function comesBack(page: Page, form: Form, start: string): Promise<void> {
  await form.open(page)
  await before(page).waitFor()
  expect(await written(page, form).inputValue()).toBe(said)
  await press(page, 'Begin anew')
  expect(await written(page, form).inputValue()).toBe(start)
  expect(await keptHere(page)).toEqual([])
}

describe.each(Object.entries(dialogs))('%s', (_, form) => {
  test('stays over Escape, the cross and a reload', async () => {
    const page = await sit(form.role ?? 'Administrator', form.path())
    await form.open(page)
    const start = await written(page, form).inputValue()
    await written(page, form).fill(said)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await told(page).waitFor()
    await form.open(page)
    expect(await written(page, form).inputValue()).toBe(said)
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.goto(new URL(form.path(), page.url()).href)
    await page.reload()
    await comesBack(page, form, start)
  })
})

describe.each(Object.entries(inPlace))('%s', (_, form) => {
  const way: Record<string, (page: Page) => Promise<unknown>> = {
    Back: (page) => page.goBack(),
    'another page': (page) => page.locator('nav a').nth(1).click(),
    'a reload': (page) => page.reload(),
  }
  test.each(Object.keys(way))('stays over %s', async (name) => {
    const page = await sit(form.role ?? 'Administrator', '/settings/own')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.goto(new URL(form.path(), `${site.front.url}/console/`).href)
    await form.open(page)
    const start = await written(page, form).inputValue()
    await written(page, form).fill(said)
    await way[name]?.(page)
    if (name === 'another page') await told(page).waitFor()
    await page.goto(new URL(form.path(), `${site.front.url}/console/`).href)
    await comesBack(page, form, start)
  })
})

test('whoever signs in next at this browser sees nothing of it; who wrote it finds it, and it goes when they sign out', async () => {
  const path = `${site.front.url}/console/contacts/${ids.contact}`
  const form = inPlace['contact'] as Form
  const page = await keepEnded(site.open(browser, 'Agent', `contacts/${ids.contact}`))
  const signIn = (role: Role) => {
    const [name = '', ...value] = site.cookie(role).split('=')
    return page.context().addCookies([{ name, value: value.join('='), url: site.front.url }])
  }
  await form.open(page)
  await written(page, form).fill(said)
  await site.database.db
    .updateTable('identity_session')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .where('token_hash', '=', hashed(site.seed.members.Agent.session))
    .execute()
  await page.goto(path)
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()

  await signIn('Supervisor')
  await page.goto(path)
  await form.open(page)
  expect(await written(page, form).inputValue()).toBe('')
  expect(await page.getByText('You began this before').count()).toBe(0)

  await site.database.db
    .updateTable('identity_session')
    .set({ expires_at: new Date(Date.now() + 3_600_000) })
    .where('token_hash', '=', hashed(site.seed.members.Agent.session))
    .execute()
  await signIn('Agent')
  await page.goto(path)
  await form.open(page)
  expect(await written(page, form).inputValue()).toBe(said)
  await page.locator('.rail-me').click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  expect(await keptHere(page)).toEqual([])
  expect(await told(page).count()).toBe(0)
})

test('what is sent is kept no longer, and nobody is told that it were', async () => {
  const page = await sit('Administrator', '/settings/team/departments')
  await press(page, 'Add department')
  await page.getByLabel('Name', { exact: true }).fill('Typed Once')
  await press(page, 'Create')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await told(page).count()).toBe(0)
  expect(await keptHere(page)).toEqual([])
})

test('of a contact that others changed meanwhile, only what one wrote is sent', async () => {
  const form = inPlace['contact'] as Form
  const page = await sit('Support', `contacts/${ids.contact}`)
  await form.open(page)
  await written(page, form).fill('vip')
  await site.as('Administrator').post('contacts.edit', { contactId: ids.contact, phone: '+1 555 0100' })
  await page.reload()
  await form.open(page)
  expect(await page.getByLabel('Phone').inputValue()).toBe('+1 555 0100')
  await site.as('Administrator').post('contacts.edit', { contactId: ids.contact, phone: '+1 555 0199' })
  await press(page, 'Save')
  await page.getByText('Saved').first().waitFor()
  const { data } = await site
    .as('Administrator')
    .get<{ contact: { tags: string[]; details: { phone: string } } }>('contacts.get', { contactId: ids.contact })
  expect(data.contact).toMatchObject({ tags: ['vip'], details: { phone: '+1 555 0199' } })
})
