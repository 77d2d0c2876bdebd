import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, type Role } from './console-site.ts'
import { keepDesks } from './desks.ts'

// Twelve questions about access, each from the settings' first page by ⌘K. A click is a row or an option that is chosen, or a
// button that is pressed; typing is none.

const { browser, site } = await openSite()
const keep = keepDesks()
const most = 2
const counted: Record<string, number> = {}
afterAll(() => console.log(`clicks to an answer: ${JSON.stringify(counted, null, 2)}`))

const made = { roleId: '', version: 1 }
const draft = (permissions: string[]) => ({
  ...{ name: 'Night shift', permissions, fullSections: [], chats: 'mine', unassigned: false },
})
beforeAll(async () => {
  const boss = site.as('Administrator')
  const { data } = await boss.post<{ roleId: string }>('roles.create', { draft: draft(['inbox.view']), from: null })
  made.roleId = data.roleId
  await boss.post('roles.edit', { roleId: data.roleId, version: 1, draft: draft(['inbox.view', 'inbox.reply']) })
  await boss.post('team.setRole', { memberId: site.seed.members['Nothing']?.id, roleId: data.roleId })
  await site.visitor('Quentin Question', 'Where is the invoice?')
  await site.api.operator.createToken(site.seed.members.Agent.email, { permissions: ['inbox.view'], name: 'Sync' })
})

/** Whoever asks, at the settings' first page; every click goes through here. */
async function asking(role: Role = 'Administrator') {
  const page = await keep(site.open(browser, role, '/settings/'))
  await page.locator('main').first().waitFor()
  let clicks = 0
  const click = async (what: ReturnType<Page['locator']>) => {
    clicks += 1
    await what.click()
  }
  return {
    page,
    click,
    /** ⌘K, words, Enter: one row is chosen. */
    async ask(words: string, address: RegExp) {
      await page.keyboard.press('ControlOrMeta+k')
      await page.getByLabel('Find a page or an action').fill(words)
      clicks += 1
      await page.keyboard.press('Enter')
      await page.waitForURL(address)
    },
    async choose(label: string, option: string) {
      clicks += 1
      await page.getByLabel(label, { exact: true }).selectOption({ label: option })
    },
    type: (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text),
    answered(question: string) {
      counted[question] = clicks
      expect(clicks).toBeLessThanOrEqual(most)
    },
  }
}

test('who can …?', async () => {
  const { page, ask, choose, answered } = await asking()
  await ask('who can', /\/access/)
  await choose('Permission', 'Delete chats for good')
  await page.getByText(/people can/).waitFor()
  answered('who can …?')
})

test('why can’t this member …, and who could give it?', async () => {
  const { page, ask, type, answered } = await asking()
  await ask('why', /why-not/)
  await type('Member', 'support t')
  await type('Permission', 'see reports')
  await page.getByText('Support Tester may not “See reports”.').waitFor()
  await page.getByRole('link', { name: 'Supervisor Tester' }).waitFor()
  answered('why can’t this member …?')
})

test('what changes if I save?', async () => {
  const { page, ask, answered } = await asking()
  await page.goto(`${site.front.url}/settings/roles/${made.roleId}`)
  await page.getByLabel('Name', { exact: true }).fill('Late shift')
  await page
    .getByRole('region', { name: /unsaved/i })
    .or(page.locator('.save-bar'))
    .first()
    .waitFor()
  await page.goto(`${site.front.url}/settings/`)
  await page.locator('main').first().waitFor()
  await ask('what changes', /if-saved/)
  await page
    .getByText(/Late shift/)
    .first()
    .waitFor()
  answered('what changes if I save?')
})

test('give … until tomorrow', async () => {
  const { page, ask, type, click, answered } = await asking()
  await ask('until tomorrow', /questions\/give/)
  await type('Member', 'support t')
  await type('Permission', 'see reports')
  await click(page.getByRole('button', { name: 'Give until tomorrow' }))
  await page.getByText('Support Tester has it until tomorrow.').waitFor()
  await page.getByText('Support Tester may “See reports”.').waitFor()
  answered('give … until tomorrow')
})

test('undo yesterday’s change, of a member and of a role, each once it was read what that means', async () => {
  const { page, ask, click, answered } = await asking()
  await ask('undo', /questions\/undo/)
  const entry = page.locator('.take-backs > li', { hasText: 'Changed the role of Nothing Tester' })
  await entry.getByText(/Loses \d+ permission/).waitFor()
  await click(entry.getByRole('button', { name: 'Undo it' }))
  await page.getByText('It is as it was before.').waitFor()
  answered('undo yesterday’s change (member)')
  const role = await asking()
  await role.ask('undo', /questions\/undo/)
  const edited = role.page.locator('.take-backs > li', { hasText: 'Changed the role Night shift' })
  await edited.getByText(/Off: “Reply to visitors/).waitFor()
  await role.click(edited.getByRole('button', { name: 'Undo it' }))
  await role.page.getByText('It is as it was before.').waitFor()
  role.answered('undo yesterday’s change (role)')
})

test('who could see this chat or contact, now and on a date?', async () => {
  const contact = await asking()
  await contact.ask('who can see', /who-sees/)
  await contact.type('Contact or chat', 'quentin')
  const place = contact.page.getByLabel('Contact or chat', { exact: true })
  const option = (text: string) => contact.page.locator(`datalist option[value^="${text}"]`).first()
  await option('Chat with Quentin').waitFor({ state: 'attached' })
  // A row of the browser's own list.
  await contact.click(place)
  await place.fill((await option('Chat with Quentin').getAttribute('value')) ?? '')
  await contact.page.getByText('sees all chats').first().waitFor()
  contact.answered('who could see this chat, now?')
  await contact.type('On the day', '2020-01-01')
  await contact.page.getByText('Before that nobody can say.').waitFor()
  contact.answered('who could see this chat, on a date?')
})

test('which roles can …?', async () => {
  const { page, ask, answered } = await asking()
  await ask('which roles', /matrix/)
  await page.getByRole('searchbox').fill('delete chats')
  await page.locator('.matrix').getByText('Delete chats for good').waitFor()
  answered('which roles can …?')
})

test('everything that a person did in a week', async () => {
  const { page, ask, type, answered } = await asking()
  await ask('last week', /questions\/week/)
  await type('Member', 'administrator t')
  await page.waitForURL(/history\?.*who=/)
  await page.locator('.entry').first().waitFor()
  answered('everything that a person did in a week')
})

test('what did the role look like then?', async () => {
  const { page, ask, choose, type, answered } = await asking()
  await ask('what did the role', /role-then/)
  await type('On the day', new Date().toISOString().slice(0, 10))
  await choose('Role', 'Agent')
  await page.locator('.columns, main p').first().waitFor()
  await page
    .getByText(/Version|no record/)
    .first()
    .waitFor()
  answered('what did the role look like then?')
})

test('who gave them this?', async () => {
  const { page, ask, type, answered } = await asking()
  await ask('who gave', /who-gave/)
  await type('Member', 'agent t')
  await type('Permission', 'reply to')
  await page.getByRole('heading', { name: 'By the role Agent' }).waitFor()
  answered('who gave them this?')
})

test('what would an Agent, or this member, see?', async () => {
  const role = await asking()
  await role.ask('what would', /see-as/)
  const [tab] = await Promise.all([
    role.page.waitForEvent('popup'),
    role.click(role.page.getByRole('button', { name: 'Agent', exact: true })),
  ])
  await tab.getByText('You see the console as Agent would').waitFor()
  role.answered('what would an Agent see?')
  await tab.close()
  const member = await asking()
  await member.ask('what would', /see-as/)
  await member.type('Member', 'support t')
  const [other] = await Promise.all([
    member.page.waitForEvent('popup'),
    member.click(member.page.getByRole('button', { name: 'See what they see' })),
  ])
  await other.getByText('You see the console as Support Tester (Support) would').waitFor()
  member.answered('what would this member see?')
  await other.getByRole('button', { name: 'Leave preview' }).click()
  await expect.poll(() => member.page.context().pages().length).toBe(1)
})

test('which tokens act for whom, with what rights?', async () => {
  const { page, ask, answered } = await asking()
  await ask('which api', /questions\/tokens/)
  await page.getByRole('heading', { name: 'Sync' }).waitFor()
  answered('which tokens act for whom?')
})
