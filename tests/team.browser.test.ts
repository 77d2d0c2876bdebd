import type { MemberPage } from '@rolecall/protocol'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectNoBarriers, expectRoom } from './axe.ts'
import { openSite, type Role } from './console-site.ts'
import { keepDesks } from './desks.ts'

// Team Members as three kinds of people meet it, against a running server.

const { browser, site } = await openSite()

const keep = keepDesks()
const sit = (role: Role, path: string, options?: BrowserContextOptions) => keep(site.open(browser, role, path, options))

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^(Choose )?.*${name}`) })
const menu = async (page: Page, name: string, item: string) => {
  await page.getByRole('button', { name: `More for ${name}` }).click()
  await page.getByRole('menuitem', { name: item }).click()
}
const member = async (search: string) => {
  const { data } = await site.as('Administrator').get<MemberPage>('team.members', { search })
  return data.rows[0]
}

describe('an Administrator', () => {
  test('invites somebody and gets the link', async () => {
    const page = await sit('Administrator', '/settings/team')
    await page.getByRole('button', { name: 'Invite' }).click()
    await page.getByLabel('Emails').fill('rosa@example.test')
    await page.getByLabel('Role', { exact: true }).last().selectOption({ label: 'Support' })
    await page.getByRole('dialog').getByRole('button', { name: 'Invite' }).click()
    const link = page.getByLabel('Link, works once, for 7 days')
    expect(await link.inputValue()).toMatch(/\/console\/join#ri_[0-9a-f]{32}_[\w-]{43}$/)
    expect((await site.mailed()).map(({ to }) => to)).toContain('rosa@example.test')
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()

    await page.getByRole('link', { name: 'Invitations', exact: true }).click()
    await row(page, 'rosa@example.test').getByText('Open').waitFor()
    await row(page, 'rosa@example.test').getByRole('button', { name: 'Take back…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
    await row(page, 'rosa@example.test').getByText('Taken back').waitFor()
  })

  test('reads what a role changes before it is given, by the keyboard, and takes it back', async () => {
    const page = await sit('Administrator', '/settings/team')
    await page.getByRole('button', { name: 'Role of Support Tester: Support. Change…' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Role of Support Tester' })
    const role = dialog.getByLabel('Role they get')
    await role.waitFor()
    expect(await role.evaluate((one) => one === document.activeElement)).toBe(true)
    // Arrow keys choose, and choosing is not doing.
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
    await dialog.getByText(/^Gains \d+ permissions$/).waitFor()
    expect((await member('Support Tester'))?.role.name).toBe('Support')
    await role.selectOption({ label: 'Agent' })
    await dialog.getByText('Support → Agent').waitFor()
    await dialog.getByText('Delete chats for good').waitFor()
    await dialog.getByRole('button', { name: 'Give role' }).press('Enter')
    await page.getByText('Support Tester is Agent now.').waitFor()
    expect((await member('Support Tester'))?.role.name).toBe('Agent')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await member('Support Tester'))?.role.name).toBe('Support')
    await page.getByRole('button', { name: 'Role of Support Tester: Support. Change…' }).waitFor()
  })

  test('writes the word before somebody becomes an Administrator', async () => {
    const page = await sit('Administrator', '/settings/team')
    await page.getByRole('button', { name: 'Role of Support Tester: Support. Change…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Role they get').selectOption({ label: 'Administrator' })
    const word = dialog.getByLabel('Type “Administrator” to go on')
    await word.waitFor()
    const give = dialog.getByRole('button', { name: 'Give role' })
    await give.click({ force: true })
    expect(await give.getAttribute('aria-disabled')).toBe('true')
    expect((await member('Support Tester'))?.role.name).toBe('Support')
    await word.fill('Administrator')
    await word.press('Enter')
    await page.getByText('Support Tester is Administrator now.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await member('Support Tester'))?.role.name).toBe('Support')
  })

  test('cannot make less of themselves by a key or a click', async () => {
    const page = await sit('Administrator', '/settings/team')
    const own = row(page, 'Administrator Tester')
    await own.waitFor()
    expect(await own.getByRole('combobox').count()).toBe(0)
    expect(await own.getByRole('checkbox').count()).toBe(0)
    expect(await own.locator('[data-call="team.setRole"]').count()).toBe(0)
    await page.getByRole('button', { name: 'More for Administrator Tester' }).click()
    const items = await page.getByRole('menuitem').allInnerTexts()
    for (const away of ['Deactivate…', 'Remove…']) expect(items).not.toContain(away)
  })

  test('gives two members the same role at once, and each their own back', async () => {
    const page = await sit('Administrator', '/settings/team')
    for (const name of ['Reader Tester', 'Masked Tester']) await page.getByLabel(`Choose ${name}`).check()
    await page.getByRole('button', { name: 'Give a role…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Role of 2 members' })
    await dialog.getByLabel('Role they get').selectOption({ label: 'Own' })
    await dialog.getByText('Reader → Own').waitFor()
    await dialog.getByText('Masked → Own').waitFor()
    await dialog.getByRole('button', { name: 'Give role' }).click()
    await page.getByText('2 members have the role Own now.').waitFor()
    expect((await member('Masked Tester'))?.role.name).toBe('Own')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await member('Masked Tester'))?.role.name).toBe('Masked')
    expect((await member('Reader Tester'))?.role.name).toBe('Reader')
  })

  test('deactivates, lets in again, and removes by typing the name', async () => {
    const page = await sit('Administrator', '/settings/team')
    await menu(page, 'Masked Tester', 'Deactivate…')
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click()
    await row(page, 'Masked Tester').getByText('Deactivated').waitFor()
    await menu(page, 'Masked Tester', 'Reactivate')
    await row(page, 'Masked Tester').getByText('Deactivated').waitFor({ state: 'detached' })

    await menu(page, 'Masked Tester', 'Remove…')
    const remove = page.getByRole('dialog').getByRole('button', { name: 'Remove from the team' })
    expect(await remove.getAttribute('aria-disabled')).toBe('true')
    await page.getByLabel('Type “Masked Tester” to remove them').fill('Masked Tester')
    await remove.click()
    await row(page, 'Masked Tester').waitFor({ state: 'detached' })
    expect(await member('Masked Tester')).toBeUndefined()
  })

  test('invites several, and is told who was left out; what was written is there again after Escape', async () => {
    const page = await sit('Administrator', '/settings/team')
    await page.getByRole('button', { name: 'Invite' }).click()
    const emails = page.getByLabel('Emails')
    await emails.fill(`dora@example.test, nobody\n${site.seed.members.Agent.email}`)
    await page.getByText('No address: “nobody”').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Invite' }).click()
    expect(await emails.inputValue()).toContain('dora@example.test')
    await emails.fill(`dora@example.test\nelio@example.test\n${site.seed.members.Agent.email}`)
    await page.getByRole('dialog').getByLabel('sales').check()
    await page.getByRole('button', { name: 'Invite 3 people' }).press('Enter')
    const told = page.getByRole('dialog', { name: '2 people are invited' })
    await told.getByText('Somebody on the team has this email already.').waitFor()
    const links = await Promise.all(['dora', 'elio'].map((who) => told.getByLabel(`${who}@example.test`).inputValue()))
    expect(new Set(links).size).toBe(2)
    await told.getByRole('button', { name: 'Close' }).last().click()
    // In place, under those who are here.
    const line = page.getByRole('listitem').filter({ hasText: 'dora@example.test' })
    await line.getByText('sales').waitFor()
    await line.getByRole('button', { name: 'Take back…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
    await line.waitFor({ state: 'detached' })
  })

  test('puts two members into a department at once, and back as each was', async () => {
    const page = await sit('Administrator', '/settings/team')
    for (const name of ['Agent Tester', 'Support Tester']) await page.getByLabel(`Choose ${name}`).check()
    await page.getByRole('button', { name: 'Departments…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Departments of 2 members' })
    const sales = dialog.getByLabel('sales')
    await sales.waitFor()
    expect(await sales.evaluate((one: HTMLInputElement) => one.indeterminate)).toBe(true)
    await sales.check()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Departments of 1 member saved.').waitFor()
    const of = async (name: string) => (await member(name))?.departments.map((one) => one.name)
    expect([await of('Agent Tester'), await of('Support Tester')]).toEqual([['sales'], ['sales']])
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => of('Support Tester')).toEqual([])
    expect(await of('Agent Tester')).toEqual(['sales'])
  })

  test('sorts, and the address says so', async () => {
    const page = await sit('Administrator', '/settings/team')
    await page.getByLabel('Order', { exact: true }).selectOption({ label: 'By role' })
    const roles = () => page.locator('tbody td:nth-child(2)').allInnerTexts()
    await expect.poll(roles).toEqual((await roles()).toSorted((a, b) => a.localeCompare(b)))
    await expect.poll(() => page.locator('table').getAttribute('aria-busy')).toBeNull()
    expect((await roles())[0]).toBe('Administrator')
    expect(page.url()).toContain('sort=role')
  })

  test('reads on a profile what they cannot do, and gives just that', async () => {
    const page = await sit('Administrator', `/settings/team/member/${site.seed.members.Support.id}`)
    await page.getByRole('radio', { name: /^Cannot \d+$/ }).check()
    const line = page.getByRole('listitem').filter({ hasText: 'See reports' })
    await line.getByText('not in the role Support, and not given beside it').waitFor()
    await line.getByRole('button', { name: 'Give… See reports' }).click()
    const dialog = page.getByRole('dialog', { name: 'Give Support Tester access' })
    const what = dialog.getByLabel('Permission', { exact: true })
    await expect.poll(() => what.inputValue()).toBe('reports.view')
    // What is held for good is not offered: the server would refuse it.
    expect(await what.locator('option[value="inbox.view"]').count()).toBe(0)
    await dialog.getByRole('button', { name: 'Give access' }).click()
    await page.getByText('Support Tester has it now.').waitFor()
    await page.getByRole('button', { name: 'End now' }).click()
    await page.getByText('Nothing beside the role.').waitFor()
  })

  test('sees on a profile what programs may do for them, and ends one; what they did; signs them out', async () => {
    const { id = '', email = '' } = site.seed.members['Reader'] ?? {}
    await site.api.operator.createToken(email, { permissions: ['inbox.view'], name: 'Night sync' })
    const page = await sit('Administrator', `/settings/team/member/${id}`)
    await page.getByText('May: See chats').waitFor()
    await page.getByRole('button', { name: 'Revoke… Night sync' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }).click()
    await page.getByText('No programs act for them.').waitFor()
    await menu(page, 'Reader Tester', 'Hide from visitors')
    await page.getByText('Hidden from visitors').first().waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Hidden from visitors').waitFor({ state: 'detached' })
    await page.getByRole('radio', { name: 'What was done to them' }).check()
    await page.getByText('Showed Reader Tester to visitors').waitFor()
    await menu(page, 'Reader Tester', 'Sign out everywhere…')
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
    await page.getByText('Reader Tester is signed out everywhere.').waitFor()
    expect((await site.as('Reader').get('session.me')).status).toBe(401)
  })

  test('finds by name and by role, and the address says so', async () => {
    const page = await sit('Administrator', '/settings/team')
    await page.getByRole('searchbox').fill('support')
    await page.getByText('1 member').waitFor()
    expect(page.url()).toContain('search=support')
    await page.getByRole('searchbox').fill('nobody at all')
    await page.getByRole('heading', { name: 'Nobody fits' }).waitFor()
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await page.getByRole('table').waitFor()
  })

  test('makes, renames and deletes a department', async () => {
    const page = await sit('Administrator', '/settings/team/departments')
    await page.getByRole('button', { name: 'Add department' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Returns')
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('rowheader', { name: 'Returns' }).waitFor()
    await menu(page, 'Returns', 'Rename…')
    await page.getByLabel('Name', { exact: true }).fill('Refunds')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('rowheader', { name: 'Refunds' }).waitFor()
    await menu(page, 'Refunds', 'Delete…')
    await page.getByRole('button', { name: 'Delete department' }).click()
    await page.getByRole('rowheader', { name: 'Refunds' }).waitFor({ state: 'detached' })
  })

  test('gives a permission for an hour on a profile, and ends it', async () => {
    const { id } = site.seed.members.Support
    const page = await sit('Administrator', `/settings/team/member/${id}`)
    await page.getByRole('button', { name: 'Give access…' }).click()
    await page.getByLabel('Permission', { exact: true }).selectOption({ label: 'Reports: See reports' })
    await page.getByRole('radio', { name: '1 hour' }).check()
    await page.getByRole('dialog').getByRole('button', { name: 'Give access' }).click()
    await page.getByText(/given by itself, for a while/).waitFor()
    expect(
      (await site.as('Support').get('reports.chats', { from: '2026-01-01', to: '2026-01-02', timeZone: 'UTC' })).status,
    ).toBe(200)
    await page.getByRole('button', { name: 'End now' }).click()
    await page.getByText('Nothing beside the role.').waitFor()
    expect(
      (await site.as('Support').get('reports.chats', { from: '2026-01-01', to: '2026-01-02', timeZone: 'UTC' })).status,
    ).toBe(403)
  })
})

test('a Supervisor sees the administrator, and no way to manage them', async () => {
  const page = await sit('Supervisor', '/settings/team')
  const line = row(page, 'Administrator Tester')
  await line.waitFor()
  expect(await line.getByRole('combobox').count()).toBe(0)
  expect(await line.getByRole('checkbox').count()).toBe(0)
  await page.getByRole('button', { name: 'More for Administrator Tester' }).click()
  expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Open profile', 'See what they see'])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Role of Agent Tester: Agent. Change…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Role they get').selectOption({ label: 'Administrator (not yours to give)' })
  await dialog.getByText(/team\.administrators/).waitFor()
  expect(await dialog.getByRole('button', { name: 'Give role' }).count()).toBe(0)
})

test('who may be chosen and who may not stand in one line, and so do their roles', async () => {
  const page = await sit('Supervisor', '/settings/team')
  await page.locator('.tick-box').first().waitFor()
  const starts = (part: string) =>
    page.locator(`tbody ${part}`).evaluateAll((all) => [
      ...new Set(
        all.map((one) => {
          const { paddingInlineStart, borderInlineStartWidth } = getComputedStyle(one)
          const own = Number.parseFloat(paddingInlineStart) + Number.parseFloat(borderInlineStartWidth)
          return Math.round(one.getBoundingClientRect().left + own)
        }),
      ),
    ])
  expect(await starts('.who-name')).toHaveLength(1)
  expect(await starts('td:nth-child(2) > *')).toHaveLength(1)
})

test.each([800, 900, 1000, 1100, 1360])('no filter stands alone at %i px', async (width) => {
  const page = await sit('Supervisor', '/settings/team', { viewport: { width, height: 800 } })
  await page.getByLabel('Department', { exact: true }).waitFor()
  const tops = await page
    .locator('.filter-fields select')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
  expect(tops).toHaveLength(4)
  expect(new Set(tops).size).toBe(1)
})

test('at 1024 px the team is a table, with every name in full', async () => {
  const page = await sit('Supervisor', '/settings/team', { viewport: { width: 1024, height: 800 } })
  await page.locator('tbody tr').first().waitFor()
  expect((await page.locator('thead').boundingBox())?.height).toBeGreaterThan(20)
  const cut = await page
    .locator('.who-name, .role-button > span, .role-plain')
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length)
  expect(cut).toBe(0)
})

test('a dialog that asks for something begins where it is written', async () => {
  const page = await sit('Administrator', '/settings/team')
  const focused = () => page.evaluate(() => document.activeElement?.closest('dialog') && document.activeElement?.id)
  await page.getByRole('button', { name: 'Invite' }).click()
  const email = page.getByLabel('Emails')
  await email.waitFor()
  expect(await focused()).toBe(await email.getAttribute('id'))
  await page.keyboard.press('Escape')
  await menu(page, 'Support Tester', 'Remove…')
  const name = page.getByLabel('Type “Support Tester” to remove them')
  await name.waitFor()
  expect(await focused()).toBe(await name.getAttribute('id'))
})

test('an Agent sees the team as words', async () => {
  const page = await sit('Agent', '/settings/team')
  await row(page, 'Administrator Tester').waitFor()
  expect(await page.locator('main').getByRole('checkbox').count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Invite' }).count()).toBe(0)
  expect(await page.locator('[data-call="team.setRole"]').count()).toBe(0)
})

test('anybody says of themselves whether visitors are told their name', async () => {
  const page = await sit('Own', '/settings/tokens')
  const shown = page.getByRole('switch', { name: 'Show me to visitors' })
  await shown.press(' ')
  await page.getByText('The widget does not name you any more.').waitFor()
  expect(await shown.getAttribute('aria-checked')).toBe('false')
  await page.reload()
  await expect.poll(() => shown.getAttribute('aria-checked')).toBe('false')
})

const paths = () => [
  '/settings/team',
  '/settings/team/invites',
  '/settings/team/departments',
  `/settings/team/member/${site.seed.members.Agent.id}`,
]

test('axe finds nothing, and on a phone there is room for everything', async () => {
  const page = await sit('Administrator', '/settings/team')
  for (const path of paths()) {
    await page.setViewportSize({ width: 1360, height: 844 })
    await page.goto(site.front.url + path)
    await page.locator('main .table, main .card, main .state').first().waitFor()
    await expectNoBarriers(page, path)
    await page.setViewportSize({ width: 390, height: 844 })
    await expectRoom(page, path)
  }
})
