import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { expectNoBarriers, expectRoom } from './axe.ts'
import { openSite, type Role } from './console-site.ts'
import { keepDesks } from './desks.ts'

// What was, and what one asks about it: the history, deleted roles, all roles side by side, the questions.

const { browser, site } = await openSite()

// That a role is gone is found out by asking for it.
const keep = keepDesks(404)
const sit = (role: Role, path: string) => keep(site.open(browser, role, path))
const post = async <T>(call: string, input: object): Promise<T> => {
  const { status, data, refusal } = await site.as('Administrator').post<T>(call, input)
  if (status !== 200) throw new Error(`${call}: ${JSON.stringify(refusal)}`)
  return data
}
const draft = (name: string, permissions: string[]) => ({
  ...{ name, permissions, fullSections: [], chats: 'mine', unassigned: false },
})

test('the history names who and what with a way to each, narrows by them, and takes a change back', async () => {
  const { members, roles } = site.seed
  await post('team.setRole', { memberId: members.Support.id, roleId: roles.Agent })
  const page = await sit('Administrator', '/settings/history')
  const entry = page.locator('.entry', { hasText: 'changed the role of Support Tester from Support to Agent' }).first()
  await entry.waitFor()
  expect(await entry.getByRole('link', { name: 'Support Tester' }).getAttribute('href')).toMatch(/team\/member\//)
  expect(await entry.getByRole('link', { name: 'Agent', exact: true }).getAttribute('href')).toMatch(/\/roles\//)
  await page
    .getByRole('heading', { name: String(new Date().getFullYear()) })
    .first()
    .waitFor()

  await page.getByLabel('To whom or what').fill('support t')
  await page.locator('datalist option[value="Support Tester (member)"]').first().waitFor({ state: 'attached' })
  await page.getByLabel('To whom or what').fill('Support Tester (member)')
  await page.waitForURL(/whom=/)
  await page.getByRole('searchbox').fill('FROM SUPPORT to')
  await page.waitForURL(/search=/)
  await entry.waitFor()

  await entry.getByRole('button', { name: 'Undo…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('as a change of its own').waitFor()
  // What it means now, and not what stood in the entry.
  await dialog.getByText(/Loses \d+ permission/).waitFor()
  await dialog.getByText('Delete chats for good').waitFor()
  await dialog.getByRole('button', { name: 'Undo it' }).click()
  await page.getByText('It is as it was before.').waitFor()
  const { data } = await site.as('Administrator').get<{ role: { name: string } }>('team.member', {
    memberId: members.Support.id,
  })
  expect(data.role.name).toBe('Support')
})

test('a deleted role is found, read and restored', async () => {
  const { roleId } = await post<{ roleId: string }>('roles.create', {
    draft: draft('Dawn', ['inbox.view']),
    from: null,
  })
  await post('roles.delete', { roleId, version: 1, replacementId: null })
  const page = await sit('Administrator', '/settings/roles')
  await page.getByText('1 deleted role').click()
  await page.getByRole('link', { name: 'Dawn' }).click()
  await page.getByText('Deleted. Nobody holds it').waitFor()
  await expectNoBarriers(page, 'a deleted role')
  await page.getByRole('button', { name: 'Restore this version' }).click()
  await page.getByText('“Dawn” is there again.').waitFor()
  await page.getByRole('heading', { name: 'Inbox' }).first().waitFor()
})

test('a role says what it is for, and a permission of it is found by its words', async () => {
  const page = await sit('Administrator', `/settings/roles/${site.seed.roles['Reader']}`)
  await page.getByRole('button', { name: 'Say what it is for' }).click()
  await page.getByLabel('Description').fill('Reads along, and answers nobody')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByText('Reads along, and answers nobody').first().waitFor()
  await page.getByRole('searchbox', { name: 'Find a permission' }).fill('for good')
  await page.getByRole('link', { name: 'Delete chats for good' }).click()
  await page.getByRole('dialog', { name: 'Inbox' }).waitFor()
})

test('a role is given from its own page, once it was read what that means', async () => {
  const page = await sit('Administrator', `/settings/roles/${site.seed.roles['Reader']}`)
  await page.getByRole('button', { name: 'Give it to somebody' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('searchbox').fill('support')
  await dialog.getByRole('checkbox', { name: 'Support Tester' }).check()
  await dialog
    .getByText(/Reply to visitors/)
    .first()
    .waitFor()
  await expectNoBarriers(page, 'giving a role')
  await dialog.getByRole('button', { name: 'Give the role' }).click()
  await page.getByText('1 member has “Reader” now.').waitFor()
  await page.getByRole('link', { name: 'Support Tester' }).waitFor()
  await site.setRole('Support', 'Support')
})

test('all roles side by side: two compared, searched, and as a file', async () => {
  const page = await sit('Supervisor', '/settings/matrix')
  const rows = page.locator('.matrix tbody tr:not(.matrix-section)')
  await rows.first().waitFor()
  expect(await rows.count()).toBe(43)
  await page.getByLabel('Compare').selectOption({ label: 'Agent' })
  await page.getByLabel('with', { exact: true }).selectOption({ label: 'Support' })
  await page.getByText(/^\d+ differences$/).waitFor()
  await page.getByLabel('Only what differs').check()
  await page.waitForURL(/different=1/)
  await page.locator('.matrix').getByText('Delete chats for good').waitFor()
  expect(await page.locator('.matrix').getByText('Reply to visitors').count()).toBe(0)
  await page.getByRole('searchbox').fill('nothing like it')
  await page.getByRole('heading', { name: 'No such permission' }).waitFor()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as CSV' }).click(),
  ])
  expect((await readFile(await file.path(), 'utf8')).split('\r\n')[0]).toContain('"Administrator","Supervisor","Agent"')
})

test('every question is two clicks away, and in the palette', async () => {
  const page = await sit('Administrator', '/settings/team')
  await page.getByRole('link', { name: 'Questions' }).click()
  const links = page.locator('.questions a')
  await links.first().waitFor()
  expect(await links.count()).toBeGreaterThanOrEqual(12)
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').last().fill('who gave')
  await page.keyboard.press('Enter')
  await page.waitForURL(/questions\/who-gave/)
})

test('why not, who gave it, what the role was then', async () => {
  const { members, roles } = site.seed
  const page = await sit(
    'Administrator',
    `/settings/questions/why-not?member=${members.Support.id}&permission=reports.view`,
  )
  await page.getByText('Support Tester may not “See reports”.').waitFor()
  await page.getByRole('link', { name: 'Supervisor Tester' }).waitFor()
  await page.getByLabel('Permission').fill('see chats')
  await page.getByRole('link', { name: 'Who gave it to them?' }).click()
  await page.getByRole('heading', { name: 'By the role Support' }).waitFor()
  await page.goto(`${site.front.url}/settings/questions/role-then?role=${roles['Reader']}&day=2020-01-01`)
  await page.getByText('There is no record of the role on that day.').waitFor()
})

test('who sees a contact, now and on a date before there are records', async () => {
  const [contact] = site.seed.contacts
  const page = await sit('Administrator', `/settings/questions/who-sees?contact=${contact?.id}`)
  await page.getByText('sees all chats').first().waitFor()
  await page.goto(`${site.front.url}/settings/questions/who-sees?contact=${contact?.id}&day=2020-01-01`)
  await page.getByText('Before that nobody can say.').waitFor()
  expect(await page.locator('.person').count()).toBe(0)
})

const pages = [
  'history',
  'matrix',
  'questions',
  'questions/why-not',
  'questions/role-then',
  'questions/who-sees',
  'questions/tokens',
  'questions/if-saved',
  'questions/see-as',
  'questions/undo',
]

test.each(pages)('axe finds nothing in %s, and on a phone there is room for everything', async (path) => {
  const page = await sit('Administrator', `/settings/${path}`)
  await page.locator('main .card, main .entry, main .ask, main .matrix, main .state').first().waitFor()
  await expectNoBarriers(page, path)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectRoom(page, path)
})
