import { readFile } from 'node:fs/promises'
import type { RolesDocument } from '@rolecall/protocol'
import type { BrowserContextOptions } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectNoBarriers, expectRoom } from './axe.ts'
import { openSite, type Role } from './console-site.ts'
import { keepDesks } from './desks.ts'

// Who may do what and why, who asks for more, what has happened: the pages that explain, against a running server.

const { browser, site } = await openSite()

const keep = keepDesks()
const sit = (role: Role, path: string, options?: BrowserContextOptions) => keep(site.open(browser, role, path, options))

test('who can: roles and people with the reason, and the same as a file', async () => {
  const page = await sit('Supervisor', '/settings/access?permission=inbox.delete')
  await page.getByText('5 people can').waitFor()
  await page.getByText('part of the default role Agent').first().waitFor()
  await page.getByLabel('Permission').selectOption({ label: 'See chats' })
  await page.waitForURL(/permission=inbox\.view/)
  await page.getByText('ticked in the role Reader').first().waitFor()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^access-.*\.csv$/)
})

test('a profile tells what they can do, and the same as a file', async () => {
  const { id } = site.seed.members.Support
  const page = await sit('Supervisor', `/settings/team/member/${id}`)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as CSV' }).click(),
  ])
  const [, ...lines] = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
  const cells = lines.map((line) => line.slice(1, -1).split('","'))
  expect(new Set(cells.map(([, email]) => email))).toEqual(new Set([site.seed.members.Support.email]))
  expect(cells).toHaveLength(9)
  expect(new Set(cells.map(([, , , , permission]) => permission))).toEqual(
    new Set([
      'contacts.details',
      'contacts.edit',
      'contacts.view',
      'inbox.assign',
      'inbox.close',
      'inbox.reply',
      'inbox.view',
      'notifications.manage',
      'replies.use',
    ]),
  )
  for (const name of ['Can 9', 'Cannot 33']) await page.getByRole('radio', { name }).waitFor()
})

test('what can this member do: held and not held, section by section', async () => {
  const { id } = site.seed.members.Support
  const page = await sit('Supervisor', `/settings/access?member=${id}`)
  await page.getByText('Sees all chats.').waitFor()
  const line = (label: string) => page.locator('.permission', { hasText: label })
  expect(await line('Delete chats for good').getAttribute('class')).toContain('is-not')
  expect(await line('Reply to visitors').getAttribute('class')).not.toContain('is-not')
})

test('a request is granted for an hour, and the history tells of it', async () => {
  await site.as('Agent').post('access.request', { permission: 'reports.view', reason: 'Monday meeting' })
  const page = await sit('Administrator', '/settings/requests')
  await page.getByText('Monday meeting').waitFor()
  await page.getByRole('button', { name: 'Grant…' }).click()
  await page.getByRole('radio', { name: '1 hour' }).check()
  await page.getByRole('button', { name: 'Grant', exact: true }).click()
  await page.getByRole('heading', { name: 'Nobody asks for anything' }).waitFor()
  await page.getByText('Agent Tester: See reports').waitFor()
  const range = { from: '2026-01-01', to: '2026-01-02', timeZone: 'UTC' }
  expect((await site.as('Agent').get('reports.chats', range)).status).toBe(200)

  await page.goto(`${site.front.url}/settings/history?action=access.`)
  await page.getByText(/gave Agent Tester “See reports”/).waitFor()
  await page.getByRole('searchbox').fill('nothing like it')
  await page.getByRole('heading', { name: 'Nothing fits' }).waitFor()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await page.getByText(/asked for “See reports”/).waitFor()
})

test('a request is refused with a word', async () => {
  await site.as('Support').post('access.request', { permission: 'inbox.delete', reason: 'Spam' })
  const page = await sit('Administrator', '/settings/requests')
  await page.getByRole('listitem').filter({ hasText: 'Spam' }).getByRole('button', { name: 'Refuse…' }).click()
  await page.getByLabel('What they are told').fill('Ask Agent to do it')
  await page.getByRole('button', { name: 'Refuse', exact: true }).click()
  await page.getByText('Ask Agent to do it').waitFor()
})

test('a document of roles is worked out, then applied', async () => {
  const { data } = await site.as('Administrator').get<RolesDocument>('roles.export')
  const roles = data.roles.map((role) => (role.name === 'Reader' ? { ...role, permissions: ['inbox.reply'] } : role))
  const page = await sit('Administrator', '/settings/code')
  await page.getByLabel('Document').fill('{')
  await page.getByRole('button', { name: 'Show what would change' }).click()
  await page.getByText('This is not JSON').waitFor()
  await page.getByLabel('Document').fill(JSON.stringify({ ...data, roles }))
  await page.getByRole('button', { name: 'Show what would change' }).click()
  await page.getByText(/Reader: 1 member \(Reader Tester\) gains/).waitFor()
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.getByText('The roles are as the document says now.').waitFor()
  expect((await site.as('Reader').get<{ permissions: string[] }>('session.me')).data.permissions).toContain(
    'inbox.reply',
  )
})

test('a hint can be dismissed, and comes back when asked for', async () => {
  const page = await sit('Administrator', '/settings/hints')
  const cards = page.locator('.hint')
  await page.locator('.hint, .state').first().waitFor()
  const count = await cards.count()
  for (let n = 0; n < count; n++) await page.getByRole('button', { name: 'Dismiss' }).first().click()
  await page.getByRole('heading', { name: 'Nothing to tidy up' }).waitFor()
  if (count > 0) {
    await page.getByRole('button', { name: `Show ${count} dismissed` }).click()
    expect(await cards.count()).toBe(count)
  }
})

test('a smaller plan says which roles it locks, and can be taken back', async () => {
  const page = await sit('Administrator', '/settings/plan')
  await page.getByRole('button', { name: 'Change to Basic…' }).click()
  await page.getByText('These roles go on working exactly as they are').waitFor()
  await page.getByRole('dialog').getByRole('link', { name: 'Reader' }).waitFor()
  await page.getByRole('button', { name: 'Change to Basic', exact: true }).click()
  await page.getByText('The plan is Basic now.').waitFor()
  expect((await site.as('Reader').get('session.me')).status).toBe(200)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect
    .poll(async () => (await site.as('Administrator').get<{ plan: string }>('billing.plan')).data.plan)
    .toBe('unlimited')
})

test('a Supervisor sees the plan, and who can change it', async () => {
  const page = await sit('Supervisor', '/settings/plan')
  await page.getByText('Administrator Tester can change the plan.').waitFor()
  expect(await page.getByRole('button', { name: /^Change to/ }).count()).toBe(0)
})

const pages = ['access', 'access?member=', 'requests', 'history', 'hints', 'code', 'plan']

test.each(pages)('axe finds nothing in %s, and on a phone there is room for everything', async (path) => {
  const page = await sit('Administrator', `/settings/${path}`, { viewport: { width: 1360, height: 844 } })
  await page.locator('main .card, main .state, main .entry, main .ask').first().waitFor()
  await expectNoBarriers(page, path)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectRoom(page, path)
})
