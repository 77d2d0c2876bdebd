import { randomUUID } from 'node:crypto'
import type { RoleDetail, RoleDraft, RoleList } from '@rolecall/protocol'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectNoBarriers, expectRoom } from './axe.ts'
import { openSite, type Role } from './console-site.ts'
import { keepDesks } from './desks.ts'

// Roles & Permissions against a running server: understood at a glance, changed without fear.

const { browser, site } = await openSite()

const keep = keepDesks(404, 409, 412)
const sit = (role: Role, path: string, options?: BrowserContextOptions) => keep(site.open(browser, role, path, options))

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const card = (page: Page, section: string) => page.locator(`.role-card[data-section="${section}"]`)
const full = (page: Page, section: string) => card(page, section).getByRole('switch', { name: 'Full Access' })
const tick = (page: Page, permission: string) => page.locator(`input[name="${permission}"]`)
const bar = (page: Page) => page.getByRole('region', { name: 'Unsaved changes' })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })

async function call<T>(path: string, input: unknown): Promise<T> {
  const answer = await site.as('Administrator').post<T>(path, input)
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
  return answer.data
}
const roleOf = async (roleId: string) => (await site.as('Administrator').get<RoleDetail>('roles.get', { roleId })).data

/** A role of its own for a test, with what is given. */
async function make(more: Partial<RoleDraft> = {}): Promise<{ roleId: string; name: string; draft: RoleDraft }> {
  const name = `Role ${randomUUID().slice(0, 8)}`
  const draft = { name, permissions: [], fullSections: [], chats: 'all' as const, unassigned: true, ...more }
  const { roleId } = await call<{ roleId: string }>('roles.create', { draft, from: null })
  return { roleId, name: draft.name, draft }
}
const give = (member: string, roleId: string) =>
  call('team.setRole', { memberId: site.seed.members[member]?.id, roleId })
const giveBack = (member: string) => give(member, site.seed.roles[member] ?? '')

/** Goes on with Tab until it stands on it: what cannot be reached fails here. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let n = 0; n < 120; n++) {
    if (await page.evaluate((one) => document.activeElement?.matches(one) ?? false, selector)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not reach ${selector}`)
}

test('saving a role reads it once', async () => {
  const { roleId } = await make()
  const page = await sit('Administrator', `/settings/roles/${roleId}`)
  await full(page, 'reports').click()
  const reads: string[] = []
  page.on('request', (request) => {
    if (/roles\.get\b/.test(request.url())) reads.push(request.url())
  })
  await bar(page).getByRole('button', { name: 'Save', exact: true }).click()
  await bar(page).waitFor({ state: 'detached' })
  await expect.poll(() => reads.length).toBe(1)
  await page.waitForTimeout(1000)
  expect(reads).toHaveLength(1)
})

test('by keyboard alone: a role with Full Access, ticks and its scope is made and saved', async () => {
  const page = await sit('Administrator', '/settings/roles')
  await heading(page, 'Roles & Permissions').waitFor()
  await page.getByRole('table', { name: 'Custom roles' }).waitFor()
  await tabTo(page, '[data-call="roles.create"]')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Add new role')
  await page.keyboard.press('Enter')
  await heading(page, 'New role').waitFor()
  await page.keyboard.type('Night desk')
  await tabTo(page, '[data-section="inbox"] .role-card-open')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Inbox' }).waitFor()
  await tabTo(page, 'input[name="inbox.delete"]')
  await page.keyboard.press('Space')
  await page.getByRole('status').filter({ hasText: 'Also ticks “See chats”' }).waitFor()
  expect(await tick(page, 'inbox.view').isChecked()).toBe(true)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await card(page, 'inbox').innerText()).toContain('Partial 2 of 5')
  await tabTo(page, '[data-section="contacts"] [role="switch"]')
  await page.keyboard.press('Space')
  expect(await card(page, 'contacts').innerText()).toMatch(/Full\n/)
  await tabTo(page, '[data-section="scope"] input[type="radio"]')
  await page.keyboard.press('ArrowRight')
  await tabTo(page, '.save-bar .button-primary')
  await page.keyboard.press('Enter')
  await heading(page, 'Night desk').waitFor()
  const roleId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect(await roleOf(roleId)).toMatchObject({
    permissions: ['inbox.view', 'inbox.delete'],
    fullSections: ['contacts'],
    chats: 'departments',
  })
})

describe('one step says what comes along', () => {
  test('unticking View takes what needs it; a list of ticks is not Full Access', async () => {
    const { roleId } = await make({ fullSections: ['inbox'] })
    const page = await sit('Administrator', `/settings/roles/${roleId}/inbox`)
    await page.getByRole('dialog', { name: 'Inbox' }).waitFor()
    expect(await page.locator('.side-panel').innerText()).toMatch(/A list of ticks does not grow/)
    await tick(page, 'inbox.view').click()
    await page.getByText(/^Also takes away “Reply to visitors and write notes”/).waitFor()
    expect(await tick(page, 'inbox.delete').isChecked()).toBe(false)
    for (const name of ['reply', 'assign', 'close', 'delete']) await tick(page, `inbox.${name}`).click()
    await button(page, 'Done').click()
    expect(await card(page, 'inbox').innerText()).toContain('Partial 5 of 5')
    await page.waitForURL(new RegExp(`/settings/roles/${roleId}$`))
  })

  test('contact details are a card of their own, and the same permission as in Contacts', async () => {
    const { roleId } = await make()
    const page = await sit('Administrator', `/settings/roles/${roleId}`)
    await page.getByRole('checkbox', { name: 'Sees contact details' }).click()
    await card(page, 'details').getByText('Also ticks “See contacts”').waitFor()
    expect(await card(page, 'contacts').innerText()).toContain('Partial 2 of 6')
  })
})

describe('before and after saving', () => {
  test('the bar says whom it concerns, Review tells all of it, and Undo takes it back', async () => {
    const { roleId, name } = await make({ permissions: ['inbox.delete'] })
    await give('Nothing', roleId)
    const page = await sit('Administrator', `/settings/roles/${roleId}/inbox`)
    await tick(page, 'inbox.delete').click()
    await page.keyboard.press('Escape')
    await expect.poll(() => bar(page).innerText()).toMatch(/^1 change · 1 member \(.*\) loses “Delete chats for good”/)
    await button(page, 'Review').click()
    const dialog = page.getByRole('dialog', { name: `What saving “${name}” changes` })
    expect(await dialog.innerText()).toMatch(/Off: “Delete chats for good”[\s\S]*Nothing Tester[\s\S]*loses/)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByText(`“${name}” is saved.`).waitFor()
    expect((await roleOf(roleId)).grants).toEqual(['inbox.view'])
    await bar(page).waitFor({ state: 'detached' })
    await button(page, 'Undo').click()
    await page.getByText(`“${name}” is as it was before.`).waitFor()
    expect((await roleOf(roleId)).grants).toEqual(['inbox.view', 'inbox.delete'])
    await card(page, 'inbox').getByText('Partial 2 of 5').waitFor()
    await giveBack('Nothing')
  })

  const keptName = (roleId: string) => `rolecall.kept.${site.seed.members.Administrator.id}.role.${roleId}`

  test('a draft outlives a reload and another page, which says so and leads back', async () => {
    const { roleId, name } = await make()
    const page = await sit('Administrator', `/settings/roles/${roleId}`)
    await full(page, 'reports').click()
    await page.reload()
    await bar(page).getByText('2 changes').waitFor()
    expect(await card(page, 'reports').innerText()).toMatch(/Full\n/)
    await page.getByRole('link', { name: 'Roles & Permissions' }).first().click()
    await page
      .getByText(`Your changes to “${name}” are not saved. They are kept until you save or discard them.`)
      .waitFor()
    await page.getByRole('row', { name }).getByText('Unsaved changes').waitFor()
    await button(page, 'Go back').click()
    await bar(page).getByText('2 changes').waitFor()
    await button(page, 'Discard').click()
    expect(await card(page, 'reports').innerText()).toMatch(/Off\n/)
    expect(await page.evaluate((name) => localStorage.getItem(name), keptName(roleId))).toBe(null)
  })

  test('a draft that another page left is loaded as unsaved changes', async () => {
    const { roleId, draft } = await make({ permissions: ['inbox.delete'] })
    const page = await sit('Administrator', '/settings/roles')
    await page.evaluate(
      ([name, text]) => localStorage.setItem(name ?? '', text ?? ''),
      [keptName(roleId), JSON.stringify({ draft: { ...draft, permissions: ['inbox.view'] } })],
    )
    await page.goto(`${site.front.url}/settings/roles/${roleId}`)
    await bar(page).getByText('1 change').waitFor()
    await button(page, 'Save').click()
    await bar(page).waitFor({ state: 'detached' })
    expect((await roleOf(roleId)).grants).toEqual(['inbox.view'])
  })

  test('a name that is taken is refused in words, and nothing is lost', async () => {
    const [{ roleId }, taken] = [await make(), await make()]
    const page = await sit('Administrator', `/settings/roles/${roleId}`)
    await page.getByLabel('Name').fill(taken.name)
    await button(page, 'Save').click()
    await page.getByText('Another role has this name already, or one that reads like it. Choose another one.').waitFor()
    await bar(page).getByText('1 change').waitFor()
    expect(await page.getByLabel('Name').inputValue()).toBe(taken.name)
  })

  test('an earlier version comes back, after it was said what that means', async () => {
    const { roleId, draft } = await make({ permissions: ['reports.view'] })
    await call('roles.edit', { roleId, version: 1, draft: { ...draft, permissions: [], fullSections: ['inbox'] } })
    await give('Nothing', roleId)
    const page = await sit('Administrator', `/settings/roles/${roleId}`)
    await button(page, 'More for this role').click()
    await page.getByRole('menuitem', { name: 'Versions' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Full Access to Inbox on').waitFor()
    const opener = dialog.getByRole('button', { name: 'Roll back to this' })
    await opener.click()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    expect(await opener.evaluate((one) => one === document.activeElement)).toBe(true)
    await opener.click()
    await dialog.getByText(/^1 member \(.*\) gains “See reports”/).waitFor()
    await dialog.getByRole('button', { name: 'Roll back', exact: true }).click()
    await dialog.getByText('Version 3').waitFor()
    expect(await roleOf(roleId)).toMatchObject({ version: 3, grants: ['reports.view'], fullSections: [] })
    await giveBack('Nothing')
  })
})

describe('two at once', () => {
  test('what another has saved is told and merged; where both changed the same, one chooses', async () => {
    const { roleId, name } = await make({ permissions: ['inbox.view', 'inbox.reply'] })
    const [mine, theirs] = await Promise.all([
      sit('Administrator', `/settings/roles/${roleId}`),
      sit('Supervisor', `/settings/roles/${roleId}`),
    ])
    await mine.getByLabel('Name').fill(`${name} mine`)
    await full(mine, 'replies').click()
    await theirs.getByLabel('Name').fill(`${name} theirs`)
    await full(theirs, 'chatbot').click()
    await button(theirs, 'Save').click()
    await mine.getByText(/^Supervisor .* has saved this role in between$/).waitFor()
    expect(await mine.getByLabel('Name').inputValue()).toBe(`${name} mine`)
    expect(await button(mine, 'Save').getAttribute('aria-disabled')).toBe('true')
    await button(mine, 'Merge').click()
    const dialog = mine.getByRole('dialog', { name: 'Put both together' })
    expect(await dialog.innerText()).toMatch(/Full Access to Chatbot on[\s\S]*Full Access to Saved replies on/)
    await dialog.getByRole('radio', { name: `Theirs: ${name} theirs` }).click()
    await dialog.getByRole('button', { name: 'Save both' }).click()
    await heading(mine, `${name} theirs`).waitFor()
    await expect
      .poll(() => roleOf(roleId))
      .toMatchObject({
        name: `${name} theirs`,
        fullSections: ['replies', 'chatbot'],
        version: 3,
      })
    // Who had changed nothing sees it by itself.
    await theirs.getByText(/version 3/).waitFor()
  })

  test('a save that comes too late overwrites nothing, also where no news came', async () => {
    const { roleId, draft } = await make({ permissions: ['inbox.view'] })
    const page = await sit('Administrator', '/settings/roles')
    await page.route(/\/live/, (route) => route.abort())
    await page.goto(`${site.front.url}/settings/roles/${roleId}`)
    await full(page, 'reports').click()
    await call('roles.edit', { roleId, version: 1, draft: { ...draft, permissions: ['inbox.view', 'inbox.reply'] } })
    await button(page, 'Save').click()
    await button(page, 'Merge').click()
    await button(page, 'Go on editing').click()
    await button(page, 'Save').click()
    await bar(page).waitFor({ state: 'detached' })
    expect(await roleOf(roleId)).toMatchObject({
      grants: ['inbox.view', 'inbox.reply', 'reports.view', 'reports.export'],
    })
  })

  test('deleted by another: the page says so, and the changes can become a new role', async () => {
    const { roleId } = await make()
    const page = await sit('Administrator', `/settings/roles/${roleId}`)
    await full(page, 'reports').click()
    await call('roles.delete', { roleId, version: 1, replacementId: null })
    await button(page, 'Make a new role of them').click()
    await heading(page, 'New role').waitFor()
    expect(await card(page, 'reports').innerText()).toMatch(/Full\n/)
  })
})

test('deleting asks for the role that its members get instead', async () => {
  const { roleId, name } = await make({ permissions: ['inbox.view'] })
  await give('Nothing', roleId)
  const page = await sit('Administrator', `/settings/roles/${roleId}`)
  await button(page, 'More for this role').click()
  await page.getByRole('menuitem', { name: 'Delete role' }).click()
  const dialog = page.getByRole('dialog', { name: `Delete “${name}”?` })
  const yes = dialog.getByRole('button', { name: 'Delete role' })
  expect(await yes.getAttribute('aria-disabled')).toBe('true')
  await yes.click({ force: true })
  expect((await roleOf(roleId)).members).toHaveLength(1)
  await dialog.getByLabel('Role they get instead').selectOption({ label: 'Nothing' })
  await dialog.getByText(/^1 member \(.*\) loses “See chats”/).waitFor()
  await yes.click()
  await page.waitForURL(/\/settings\/roles$/)
  await page.getByText(`“${name}” is deleted. Who had it has “Nothing” now.`).waitFor()
  expect((await roleOf(site.seed.roles['Nothing'] ?? '')).members).toHaveLength(1)
})

describe('who may not', () => {
  test('a Supervisor sees what they do not hold locked, with the reason, and copies without it', async () => {
    const { roleId } = await make()
    const page = await sit('Supervisor', `/settings/roles/${roleId}/billing`)
    const plan = page.locator('.tick', { has: tick(page, 'billing.plan') })
    await plan.getByText('you do not hold it yourself').waitFor()
    await plan.locator('input').click({ force: true })
    expect(await plan.locator('input').isChecked()).toBe(false)
    await tick(page, 'billing.view').click()
    await page.keyboard.press('Escape')
    expect(await full(page, 'billing').getAttribute('aria-disabled')).toBe('true')
    await full(page, 'billing').click({ force: true })
    expect(await card(page, 'billing').innerText()).toMatch(/Partial 1 of 5[\s\S]*which you do not hold yourself/)

    await page.goto(`${site.front.url}/settings/roles/new?from=${site.seed.roles['Administrator']}`)
    await page
      .getByText(/^Left out of the copy, because you do not hold it yourself: .*change the pricing plan/)
      .waitFor()
    expect(await card(page, 'billing').innerText()).toContain('Partial 1 of 5')
  })

  test('a default role is text, with the way to a copy', async () => {
    const page = await sit('Administrator', `/settings/roles/${site.seed.roles['Agent']}/inbox`)
    await page.getByRole('dialog', { name: 'Inbox' }).getByText('Delete chats for good', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    expect(await page.locator('main').locator('input:not([type="search"]), [role="switch"]').count()).toBe(0)
    await page.getByRole('link', { name: 'Duplicate' }).click()
    expect(await page.getByLabel('Name').inputValue()).toBe('Agent (copy)')
    // The Agent has the whole of the inbox, and so has the copy.
    expect(await card(page, 'inbox').innerText()).toContain('Full Access')
    expect(await full(page, 'inbox').getAttribute('aria-checked')).toBe('true')
  })

  test('who may only look sees the same in words; withdrawn while open, the draft stays', async () => {
    const { roleId } = await make({ permissions: ['inbox.view'] })
    const looker = await make({ permissions: ['roles.manage', 'inbox.view'] })
    await give('Nothing', looker.roleId)
    const page = await sit('Nothing', `/settings/roles/${roleId}`)
    await card(page, 'scope').getByRole('radio', { name: 'Assigned to me' }).click()
    await bar(page).getByText('1 change').waitFor()
    await call('roles.edit', {
      roleId: looker.roleId,
      version: 1,
      draft: { ...looker.draft, permissions: ['roles.view', 'inbox.view'] },
    })
    await expect.poll(() => page.locator('main').locator('input:not([type="search"]), [role="switch"]').count()).toBe(0)
    // The reason comes with the role as it is read next.
    await page
      .locator('main')
      .getByText(/\(roles\.manage\)/)
      .waitFor()
    await page.locator('main').getByText('Your unsaved changes are kept.').waitFor()
    expect(await page.locator('[data-call="roles.create"]').count()).toBe(0)
    await giveBack('Nothing')
  })
})

describe('the plan’s limit', () => {
  const change = (plan: RoleList['allowance']['plan']) => call('billing.changePlan', { plan })

  test.each(['basic', 'pro'] as const)(
    '%s: the button stays and explains, for who can buy and for who cannot',
    async (plan) => {
      const newest = await make()
      await change(plan)
      try {
        const allowed = plan === 'basic' ? 0 : 1
        const page = await sit('Administrator', '/settings/roles')
        await page.getByText(new RegExp(`of ${allowed} · ${plan === 'basic' ? 'Basic' : 'Pro'}`)).waitFor()
        const add = button(page, 'Add new role')
        expect(await add.getAttribute('aria-disabled')).toBe('true')
        await add.click({ force: true })
        const dialog = page.getByRole('dialog', { name: 'No room for another custom role' })
        expect(await dialog.innerText()).toMatch(/Unlimited has no limit[\s\S]*Change it on the page “Plan”/)
        await dialog.getByRole('link', { name: 'See the plan' }).click()
        await page.waitForURL(/\/settings\/plan$/)

        const other = await sit('Supervisor', '/settings/roles')
        await button(other, 'Add new role').click({ force: true })
        expect(await other.getByRole('dialog').innerText()).toMatch(/Administrator Tester.* can change the plan/)
        await other.goto(`${site.front.url}/settings/roles/${newest.roleId}`)
        await other
          .getByText(/locked/i)
          .first()
          .waitFor()
        expect(await other.locator('main').locator('input:not([type=search])').count()).toBe(0)
        await other.goto(`${site.front.url}/settings/roles/new`)
        await other.getByText('No room for another custom role').waitFor()
      } finally {
        await change('unlimited')
      }
    },
  )
})

test('Preview as role shows the console through the draft, in a tab of its own', async () => {
  const { roleId, name } = await make({ permissions: ['inbox.view'] })
  const page = await sit('Administrator', `/settings/roles/${roleId}`)
  await page.getByLabel('Name').fill(`${name} as drafted`)
  const [tab] = await Promise.all([page.context().waitForEvent('page'), button(page, 'Preview as role').click()])
  await tab
    .getByText(`You see the console as ${name} as drafted would. Nothing can be changed, and “Mine” is yours.`)
    .waitFor()
  // The click may be answered by a tab that is gone: what counts is that it closes.
  const closed = tab.waitForEvent('close')
  await tab
    .getByRole('button', { name: 'Leave preview' })
    .click()
    .catch(() => {})
  await closed
  await bar(page).getByText('1 change').waitFor()
})

test('a role of departments is looked through in those that one chooses', async () => {
  const { roleId, name } = await make({ permissions: ['inbox.view'], chats: 'departments' })
  const page = await sit('Administrator', `/settings/roles/${roleId}`)
  await button(page, 'Preview as role').click()
  const dialog = page.getByRole('dialog', { name: `See it as “${name}”` })
  await dialog.getByRole('checkbox', { name: 'sales' }).uncheck()
  const [tab] = await Promise.all([page.context().waitForEvent('page'), button(page, 'Look').click()])
  await tab.getByText(`You see the console as ${name} in help would.`).waitFor()
  const { departmentIds } = await tab.evaluate(async () => {
    const preview = JSON.parse(sessionStorage.getItem('rolecall.preview') ?? '{}') as { id?: string }
    const answer = await fetch('/trpc/session.me', { headers: { 'x-rolecall-preview': preview.id ?? '' } })
    return ((await answer.json()) as { result: { data: { member: { departmentIds: string[] } } } }).result.data.member
  })
  expect(departmentIds).toEqual([site.seed.departments.help])
  await tab.close()
})

test('a role that is not there says so', async () => {
  const page = await sit('Administrator', `/settings/roles/${randomUUID()}`)
  await heading(page, 'This role is gone').waitFor()
  await page.getByRole('link', { name: 'All roles' }).click()
  await page.waitForURL(/\/settings\/roles$/)
})

test('the server does not answer: it says so, and tries again', async () => {
  const page = await sit('Administrator', '/settings/plan')
  await page.route(/roles\.list/, (route) => route.abort())
  await page.goto(`${site.front.url}/settings/roles`)
  await page.getByRole('alert').waitFor()
  await page.unroute(/roles\.list/)
  await button(page, 'Try again').click()
  await page.getByRole('table', { name: 'Default roles' }).waitFor()
})

test.each([
  ['axe finds nothing', {}, expectNoBarriers],
  ['on a phone there is room for everything', phone, expectRoom],
])('%s', async (_, size, check) => {
  const { roleId } = await make({ permissions: ['inbox.delete'], fullSections: ['reports'], chats: 'mine' })
  const page = await sit('Administrator', '/settings/roles', size)
  await page.getByRole('table', { name: 'Custom roles' }).waitFor()
  await check(page, 'list')
  await page.goto(`${site.front.url}/settings/roles/${site.seed.roles['Agent']}`)
  await card(page, 'inbox').waitFor()
  await check(page, 'default role')
  await page.goto(`${site.front.url}/settings/roles/${roleId}`)
  await card(page, 'inbox').getByText('View & Edit Permissions').click()
  await tick(page, 'inbox.view').click()
  await check(page, 'panel')
  await button(page, 'Done').click()
  await expect.poll(() => bar(page).innerText()).toMatch(/Nothing changes for anybody/)
  await check(page, 'role')
  await button(page, 'Review').click()
  await check(page, 'review')
  await page.keyboard.press('Escape')
  await button(page, 'More for this role').click()
  await page.getByRole('menuitem', { name: 'Delete role' }).click()
  await check(page, 'delete')
  await page.keyboard.press('Escape')
  await button(page, 'More for this role').click()
  await page.getByRole('menuitem', { name: 'Versions' }).click()
  await page.getByRole('dialog').getByText('Version 1').waitFor()
  await check(page, 'versions')
})

test('a permission with nothing behind it says so, in the editor and in the matrix', async () => {
  const { roleId } = await make()
  const page = await sit('Administrator', `/settings/roles/${roleId}`)
  const badge = 'Nothing behind it yet'
  await card(page, 'webhooks').getByText(badge).waitFor()
  expect(await card(page, 'inbox').getByText(badge).count()).toBe(0)
  await card(page, 'billing').getByText('View & Edit Permissions').click()
  const line = (permission: string) => page.locator('.role-ticks > li', { has: tick(page, permission) })
  await line('billing.card').getByText(badge).waitFor()
  expect(await line('billing.view').getByText(badge).count()).toBe(0)
  await page.goto(`${site.front.url}/settings/matrix`)
  const row = (label: string) => page.getByRole('row', { name: label })
  await row('Change or delete the credit card').getByText(badge).waitFor()
  expect(await row('Change the pricing plan').getByText(badge).count()).toBe(0)
})
