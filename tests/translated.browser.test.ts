import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openSite } from './console-site.ts'
import { keepDesks, openDesk } from './desks.ts'

// A browser that translates pages replaces every text by an element with another text, for as long as the page lives, but for
// what says that it is not to be translated. What is on the screen stays true all the same.

const { browser, site } = await openSite()
const keep = keepDesks()

/** As translators do: each text goes, and a copy of it in two elements stands in its place. */
function translator() {
  const mine = (text: Text) => text.parentElement?.closest('font, script, style, textarea, title')
  const allowed = (text: Text) => text.parentElement?.closest('[translate]')?.getAttribute('translate') !== 'no'
  const replace = (text: Text) => {
    if (!text.data.trim() || mine(text) || !allowed(text)) return
    const [outer, inner] = [document.createElement('font'), document.createElement('font')]
    inner.append(text.data)
    outer.append(inner)
    text.replaceWith(outer)
  }
  const all = (root: Node) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walk.nextNode()) texts.push(walk.currentNode as Text)
    for (const text of texts) replace(text)
  }
  all(document.body)
  new MutationObserver((records) => {
    for (const { addedNodes, target } of records) for (const node of [...addedNodes, target]) all(node)
  }).observe(document, { childList: true, subtree: true, characterData: true })
}

const sit = async (path: string) => {
  const page = await keep(openDesk(browser, new URL(path, site.front.url), site.cookie('Administrator'), {}))
  await page.locator('main').first().waitFor()
  await page.evaluate(translator)
  return page
}

test('the console: another chat has its own name at its head, and messages are translated', async () => {
  const first = await site.visitor('Frida First', 'Guten Tag')
  await site.visitor('Sven Second', 'Hallo')
  const page = await sit(`/console/inbox/all/${first.chatId}`)
  const head = page.locator('.thread-head')
  await head.getByText('Frida First').waitFor()
  await page.locator('.bubble font font', { hasText: 'Guten Tag' }).waitFor()
  await page.locator('a.row', { hasText: 'Sven Second' }).click()
  await page.locator('.bubble font font', { hasText: 'Hallo' }).waitFor()
  await head.getByText('Sven Second').waitFor()
  expect(await head.innerText()).not.toContain('Frida')
  await page.locator('#composer-field').fill('Hallo, Sven')
  await page.locator('#composer-field').press('Enter')
  await page.getByRole('log').getByText('Sent', { exact: true }).waitFor()
  expect(await page.locator('.bubble', { hasText: 'Hallo, Sven' }).count()).toBe(1)
})

test('the settings: a role’s switch and the word beside it say the same', async () => {
  const draft = {
    name: `Translated ${randomUUID()}`,
    permissions: [],
    fullSections: [],
    chats: 'all',
    unassigned: true,
  }
  const made = await site.as('Administrator').post<{ roleId: string }>('roles.create', { draft, from: null })
  expect(made.status).toBe(200)
  const page = await sit(`/settings/roles/${made.data.roleId}`)
  const card = page.locator('.role-card[data-section="reports"]')
  const full = card.getByRole('switch', { name: 'Full Access' })
  await full.waitFor()
  expect(await card.innerText()).toMatch(/Off/)
  await full.click()
  await expect.poll(() => card.innerText()).toMatch(/Full\n/)
  expect(await card.innerText()).not.toMatch(/\bOff\b/)
  await full.click()
  await expect.poll(() => card.innerText()).toMatch(/Off/)
})
