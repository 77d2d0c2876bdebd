import { randomUUID } from 'node:crypto'
import { asOwner, hashed, oneEngine } from '@rolecall/db/testing'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectNoBarriers, expectRoom } from './axe.ts'
import { testBrowser } from './browser.ts'
import { type Role, type Site, startConsole } from './console-site.ts'
import { keepDesks } from './desks.ts'

// The console against a running server: what an agent does all day, and what happens to it when the network or the
// role goes.

let browser: Browser
beforeAll(async () => {
  browser = await testBrowser()
})

const keep = keepDesks()
/** Of a session that ends while its page is open. */
const keepEnded = keepDesks(401)
const sit = (site: Site, role: Role, path?: string, options?: BrowserContextOptions) =>
  keep(site.open(browser, role, path, options))

const row = (page: Page, name: string) => page.locator('a.row', { hasText: name })
const log = (page: Page) => page.getByRole('log')
const bubble = (page: Page, text: string) => log(page).locator('.bubble', { hasText: text })
const control = (page: Page, call: string) => page.locator(`[data-call="${call}"]`)
const field = (page: Page) => page.locator('#composer-field')

describe.each(oneEngine)('on %s', (engine) => {
  let site: Site
  beforeAll(async () => {
    site = await startConsole(engine)
  })
  afterAll(() => site?.close())

  test('a visitor writes, the agent sees it at once, answers, and the visitor has it', async () => {
    const page = await sit(site, 'Agent')
    await row(page, 'Agents Visitor').waitFor()
    const visitor = await site.visitor('Maria Santos', 'Where is my order?')
    await row(page, 'Maria Santos').waitFor()
    await row(page, 'Maria Santos').filter({ hasText: 'Where is my order?' }).waitFor()
    await row(page, 'Maria Santos').getByText('1 unread message').waitFor({ state: 'attached' })
    await page.waitForFunction(() => /^\(\d+\) Inbox/.test(document.title))

    await row(page, 'Maria Santos').click()
    await bubble(page, 'Where is my order?').waitFor()
    await row(page, 'Maria Santos').getByText('unread').waitFor({ state: 'detached' })
    await visitor.say('It is number 4471')
    await bubble(page, 'It is number 4471').waitFor()

    await field(page).fill('Let me look.')
    await field(page).press('Enter')
    await bubble(page, 'Let me look.').waitFor()
    expect(await field(page).inputValue()).toBe('')
    await log(page).getByText('Sent', { exact: true }).waitFor()
    const { messages } = await visitor.thread()
    expect(messages.map(({ body }) => body)).toEqual(['Where is my order?', 'It is number 4471', 'Let me look.'])
    await visitor.seen(messages.at(-1)?.seq ?? 0)
    await log(page).getByText('Seen', { exact: true }).waitFor()
    expect(await bubble(page, 'Let me look.').count()).toBe(1)
  })

  test('what waits is a number on every page and in its title, and what one tab read no other one shows', async () => {
    const page = await sit(site, 'Support', 'contacts')
    await page.getByRole('heading', { name: 'Contacts' }).waitFor()
    const waits = async () => Number(/^\((\d+)\) Contacts/.exec(await page.title())?.[1] ?? 0)
    await expect.poll(waits).toBeGreaterThan(0)
    const before = await waits()
    const { chatId } = await site.visitor('Nora Number', 'Is anybody there?')
    await expect.poll(waits, { timeout: 10_000 }).toBe(before + 1)
    await page
      .locator('.rail')
      .getByText(`${before + 1} chats have something unread`)
      .waitFor({ state: 'attached' })

    // Another tab of the same browser, at the inbox; it is in front, and reads.
    const other = await page.context().newPage()
    await other.goto(`${site.front.url}/console/inbox/all/${chatId}`)
    await bubble(other, 'Is anybody there?').waitFor()
    await row(other, 'Nora Number').getByText('unread').waitFor({ state: 'detached' })
    await expect.poll(waits, { timeout: 10_000 }).toBe(before)
    await other.close()
  })

  test('it stands in the settings, too, for whoever may see the inbox, and follows what a tab of the console reads', async () => {
    const page = await sit(site, 'Agent', '/settings')
    await page.locator('main h1').waitFor()
    const waits = async () => Number(/^\((\d+)\) /.exec(await page.title())?.[1] ?? 0)
    await expect.poll(waits).toBeGreaterThan(0)
    const before = await waits()
    const { chatId } = await site.visitor('Sam Settings', 'Is anybody there?')
    await expect.poll(waits, { timeout: 10_000 }).toBe(before + 1)
    await page.getByRole('link', { name: `${before + 1} chats have something unread` }).waitFor()
    const other = await page.context().newPage()
    await other.goto(`${site.front.url}/console/inbox/all/${chatId}`)
    await row(other, 'Sam Settings').getByText('unread').waitFor({ state: 'detached' })
    await expect.poll(waits, { timeout: 10_000 }).toBe(before)
    await other.close()
    await site.setRole('Agent', 'Nothing')
    await expect.poll(waits, { timeout: 10_000 }).toBe(0)
    await site.setRole('Agent', 'Agent')
  })

  test('a chat left for later is unread again, in every tab, until it is opened anew', async () => {
    const { chatId, ...visitor } = await site.visitor('Lea Later', 'A hard question')
    await visitor.say('Are you there?')
    const page = await sit(site, 'Agent', `inbox/all/${chatId}`)
    const unread = (of: Page) => row(of, 'Lea Later').getByText('1 unread message')
    const waits = async (of: Page) => Number(/^\((\d+)\)/.exec(await of.title())?.[1] ?? 0)
    await bubble(page, 'A hard question').waitFor()
    await row(page, 'Lea Later').getByText('unread').waitFor({ state: 'detached' })
    const other = await page.context().newPage()
    await other.goto(`${site.front.url}/console/inbox/all/${chatId}`)
    await bubble(other, 'A hard question').waitFor()
    const before = await waits(other)
    await page.bringToFront()

    await page.keyboard.press('u')
    await page.getByText('Marked as unread.').waitFor()
    await unread(page).waitFor({ state: 'attached' })
    await unread(other).waitFor({ state: 'attached' })
    expect(await waits(other)).toBe(before + 1)
    // It is still open, and looked at: the list that is asked for anew does not find it read, and no tab reads it.
    await visitor.say('Hello?')
    await row(page, 'Lea Later').getByText('2 unread messages').waitFor({ state: 'attached' })
    await other.bringToFront()
    await other.reload()
    await row(other, 'Lea Later').getByText('unread').waitFor({ state: 'detached' })
    await row(page, 'Lea Later').getByText('unread').waitFor({ state: 'detached' })

    await page.bringToFront()
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Mark as unread' }).click()
    await unread(page).waitFor({ state: 'attached' })
    await row(page, 'Agents Visitor').click()
    await bubble(page, 'A hard question').waitFor({ state: 'detached' })
    await unread(page).waitFor({ state: 'attached' })
    await row(page, 'Lea Later').click()
    await row(page, 'Lea Later').getByText('unread').waitFor({ state: 'detached' })
    await other.close()

    // What the server refuses is taken back and said.
    await page.route('**/trpc/inbox.unread*', (route) => route.abort())
    await page.keyboard.press('u')
    await page.locator('.toast-bad').waitFor()
    await row(page, 'Lea Later').getByText('unread').waitFor({ state: 'detached' })
  })

  test('when the role changes, what it lacks goes without a reload and the draft stays', async () => {
    const { chatId } = await site.visitor('Rita Draft', 'Hello?')
    const page = await sit(site, 'Agent', `inbox/all/${chatId}`)
    await field(page).fill('A long answer that must not be lost')
    await page.getByRole('button', { name: 'More' }).waitFor()

    const vanish = (calls: string[]) =>
      page.evaluate(
        (names) =>
          new Promise<number>((done) => {
            const look = () => {
              const left = names.filter((name) => document.querySelector(`[data-call="${name}"]`))
              if (left.length === 0) done(Date.now())
              else requestAnimationFrame(look)
            }
            look()
          }),
        calls,
      )
    const gone = vanish(['inbox.reply', 'inbox.note', 'inbox.assign', 'inbox.close', 'inbox.delete'])
    await site.setRole('Agent', 'Reader')
    const acknowledged = Date.now()
    const took = (await gone) - acknowledged
    console.log(`revocation on ${engine}: controls gone ${took} ms after the change was acknowledged`)
    expect(took).toBeLessThan(5_000)
    await page.getByText('Your draft is kept').waitFor()
    expect(await page.getByLabel('Your draft').inputValue()).toBe('A long answer that must not be lost')
    await bubble(page, 'Hello?').waitFor()

    await site.setRole('Agent', 'Nothing')
    await page.getByText('inbox.view').waitFor()
    expect(await page.locator('.inbox').count()).toBe(0)

    await site.setRole('Agent', 'Agent')
    await field(page).waitFor()
    expect(await field(page).inputValue()).toBe('A long answer that must not be lost')
    expect(page.url()).toContain(chatId)
  })

  test('a chat that leaves the scope leaves the screen, and its address says that it is not here', async () => {
    const own = site.seed.members['Own']?.id
    const { chatId } = await site.visitor('Olga Scope', 'Only for one of you')
    await site.as('Administrator').post('inbox.assign', { chatId, memberId: own, from: null })
    const page = await sit(site, 'Own', `inbox/all/${chatId}`)
    await bubble(page, 'Only for one of you').waitFor()
    await site.as('Administrator').post('inbox.assign', { chatId, memberId: null, from: own })
    await page.getByText('This chat is not here').waitFor()
    expect(await row(page, 'Olga Scope').count()).toBe(0)
    await page.reload()
    await page.getByText('This chat is not here').waitFor()
    expect(await page.locator('body').innerText()).not.toContain('Olga')
  })

  test('what is sent as the session has ended waits, in any tab, for whoever wrote it, until they sign out', async () => {
    const { chatId } = await site.visitor('Dora Draft', 'Hello?')
    const page = await keepEnded(site.open(browser, 'Support', `inbox/all/${chatId}`))
    await bubble(page, 'Hello?').waitFor()
    const ends = (at: number) =>
      site.database.db
        .updateTable('identity_session')
        .set({ expires_at: new Date(at) })
        .where('token_hash', '=', hashed(site.seed.members.Support.session))
        .execute()
    await ends(Date.now() - 1000)
    await field(page).fill('This must not be lost')
    await field(page).press('Enter')
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
    expect(await log(page).count()).toBe(0)
    await ends(Date.now() + 3_600_000)
    const other = await page.context().newPage()
    await other.goto(`${site.front.url}/console/inbox/all/${chatId}`)
    await bubble(other, 'Hello?').waitFor()
    expect(await field(other).inputValue()).toBe('This must not be lost')
    const kept = () => other.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('.kept.')).length)
    expect(await kept()).toBe(1)
    await other.locator('.rail-me').click()
    await other.getByRole('menuitem', { name: 'Sign out' }).click()
    await other.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
    expect(await kept()).toBe(0)
    await other.close()
  })
})

describe('the inbox', () => {
  let site: Site
  beforeAll(async () => {
    site = await startConsole('pglite')
  })
  afterAll(() => site?.close())

  const stored = async (chatId: string) => {
    const { data } = await site
      .as('Administrator')
      .get<{ messages: { body: string; kind: string }[] }>('inbox.thread', { chatId })
    return data.messages.filter(({ kind }) => kind !== 'event').map(({ body }) => body)
  }

  test('a send that fails says so and can be tried again; it is stored once', async () => {
    const { chatId } = await site.visitor('Nora Retry', 'Are you there?')
    const page = await sit(site, 'Agent', `inbox/all/${chatId}`)
    await field(page).waitFor()
    await page.route('**/trpc/inbox.reply*', (route) => route.abort())
    await field(page).fill('Yes, I am')
    await field(page).press('Enter')
    await bubble(page, 'Yes, I am').waitFor()
    await page.getByText('Not sent.').waitFor()
    expect(await stored(chatId)).toEqual(['Are you there?'])
    await page.unroute('**/trpc/inbox.reply*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await log(page).getByText('Sent', { exact: true }).waitFor()
    expect(await page.getByText('Not sent.').count()).toBe(0)
    expect(await bubble(page, 'Yes, I am').count()).toBe(1)
    expect(await stored(chatId)).toEqual(['Are you there?', 'Yes, I am'])
  })

  test('a send whose answer is lost is there once, on the screen and on the server', async () => {
    const { chatId } = await site.visitor('Lou Lost', 'Hi')
    const page = await sit(site, 'Agent', `inbox/all/${chatId}`)
    await field(page).waitFor()
    await page.route('**/trpc/inbox.reply*', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await field(page).fill('Told you once')
    await field(page).press('Enter')
    await log(page).getByText('Sent', { exact: true }).waitFor()
    expect(await bubble(page, 'Told you once').count()).toBe(1)
    expect(await page.getByText('Not sent.').count()).toBe(0)
    expect(await stored(chatId)).toEqual(['Hi', 'Told you once'])
  })

  test('what is thrown away becomes a draft again', async () => {
    const { chatId } = await site.visitor('Dana Discard', 'Hi')
    const page = await sit(site, 'Agent', `inbox/all/${chatId}`)
    await field(page).waitFor()
    await page.route('**/trpc/inbox.reply*', (route) => route.abort())
    await field(page).fill('Better not')
    await field(page).press('Enter')
    await page.getByRole('button', { name: 'Discard' }).click()
    expect(await field(page).inputValue()).toBe('Better not')
    expect(await bubble(page, 'Better not').count()).toBe(0)
    await page.reload()
    await field(page).waitFor()
    expect(await field(page).inputValue()).toBe('Better not')
  })

  test('without a network a line says so; afterwards everything that happened is there', async () => {
    const visitor = await site.visitor('Otto Offline', 'First')
    const page = await sit(site, 'Agent', `inbox/all/${visitor.chatId}`)
    await bubble(page, 'First').waitFor()
    site.front.cut()
    await page.locator('.banner').waitFor()
    await visitor.say('While you were away')
    await site.visitor('Nina New', 'Somebody else')
    await field(page).fill('Written in a tunnel')
    await field(page).press('Enter')
    await page.getByText('Not sent.').waitFor()
    expect(await bubble(page, 'While you were away').count()).toBe(0)
    site.front.mend()
    await bubble(page, 'While you were away').waitFor({ timeout: 20_000 })
    await row(page, 'Nina New').waitFor()
    await page.locator('.banner').waitFor({ state: 'detached' })
    await log(page).getByText('Sent', { exact: true }).waitFor()
    expect(await bubble(page, 'Written in a tunnel').count()).toBe(1)
    expect(await stored(visitor.chatId)).toEqual(['First', 'While you were away', 'Written in a tunnel'])
  })

  test('when the server no longer has what was missed, everything is read again', async () => {
    const visitor = await site.visitor('Rosa Resync', 'First')
    const page = await sit(site, 'Agent', `inbox/all/${visitor.chatId}`)
    await bubble(page, 'First').waitFor()
    site.front.cut()
    await page.locator('.banner').waitFor()
    await visitor.say('Missed for good')
    await site.visitor('Nils Newer', 'Another one')
    await asOwner(site.database, (db) => db.deleteFrom('event').execute())
    site.front.mend()
    await bubble(page, 'Missed for good').waitFor({ timeout: 20_000 })
    await row(page, 'Nils Newer').waitFor()
  })

  test('closing, reopening, assigning and deleting are seen by everybody at once', async () => {
    const { chatId } = await site.visitor('Carla Colleague', 'Hi')
    const mine = await sit(site, 'Agent', `inbox/all/${chatId}`)
    const theirs = await sit(site, 'Supervisor', `inbox/all/${chatId}`)
    await bubble(mine, 'Hi').waitFor()
    await bubble(theirs, 'Hi').waitFor()

    await mine.locator('#assign').click()
    await mine.getByRole('menuitemradio', { name: 'Supervisor Tester' }).click()
    await theirs.getByLabel('Assigned to Supervisor Tester').and(theirs.locator('#assign')).waitFor()
    await log(theirs).getByText('Agent Tester assigned the chat to Supervisor Tester').waitFor()

    await mine.getByRole('button', { name: 'Close chat' }).click()
    await theirs.getByRole('button', { name: 'Reopen chat' }).waitFor()
    await row(theirs, 'Carla Colleague').waitFor({ state: 'detached' })
    // On to the next one, as one works through the list; and back to it with what is taken back.
    await mine.waitForURL((url) => !url.pathname.includes(chatId))
    await mine.getByRole('button', { name: 'Undo' }).click()
    await theirs.getByRole('button', { name: 'Close chat' }).waitFor()
    await mine.waitForURL((url) => url.pathname.includes(chatId))
    await bubble(mine, 'Hi').waitFor()

    await mine.getByRole('button', { name: 'More' }).click()
    await mine.getByRole('menuitem', { name: 'Delete chat' }).click()
    await mine.getByRole('dialog').getByText('Keep it').click()
    expect(await stored(chatId)).toEqual(['Hi'])
    await mine.getByRole('button', { name: 'More' }).click()
    await mine.getByRole('menuitem', { name: 'Delete chat' }).click()
    await mine.getByRole('dialog').getByRole('button', { name: 'Delete chat' }).click()
    await theirs.getByText('This chat is not here').waitFor()
    await mine.getByText('Choose a chat').waitFor()
  })

  test('a change that the server refuses is taken back and said', async () => {
    const { chatId } = await site.visitor('Bea Back', 'Hi')
    const page = await sit(site, 'Agent', `inbox/all/${chatId}`)
    await page.route('**/trpc/inbox.close*', async (route) => {
      await new Promise((done) => setTimeout(done, 400))
      await route.abort()
    })
    await page.getByRole('button', { name: 'Close chat' }).click()
    await page.getByRole('button', { name: 'Reopen chat' }).waitFor()
    await page.getByRole('button', { name: 'Close chat' }).waitFor()
    await page.locator('.toast-bad').waitFor()
  })

  test('a whole answer by keyboard alone', async () => {
    const { chatId } = await site.visitor('Kay Keyboard', 'No mouse here')
    const page = await sit(site, 'Agent')
    await row(page, 'Kay Keyboard').waitFor()
    const keys = page.keyboard
    const focused = () => page.evaluate(() => document.activeElement?.id)

    await keys.press('/')
    expect(await focused()).toBe('inbox-search')
    await keys.type('Kay Key')
    await page.waitForFunction(() => document.querySelectorAll('a.row').length === 1)
    await keys.press('ArrowDown')
    expect(await focused()).toBe(`chat-${chatId}`)
    await keys.press('/')
    await keys.press('Escape')
    await page.waitForFunction(() => document.querySelectorAll('a.row').length > 1)
    expect(await focused()).toBe('inbox-search')
    // Enter opens what is found first, and not before it is found.
    await keys.type('Kay Key')
    await page.waitForFunction(() => document.querySelectorAll('a.row').length === 1)
    await keys.press('Enter')
    await page.waitForURL((url) => url.pathname.endsWith(chatId))
    await bubble(page, 'No mouse here').waitFor()
    await keys.press('/')
    await keys.press('Escape')
    await page.waitForFunction(() => document.querySelectorAll('a.row').length > 1)
    await keys.press('Escape')
    expect(await focused()).not.toBe('inbox-search')
    await keys.press('Escape')
    await page.getByText('Choose a chat').waitFor()

    await keys.press('j')
    await bubble(page, 'No mouse here').waitFor()
    expect(await focused()).toBe(`chat-${chatId}`)
    const [, second] = await page.locator('a.row').evaluateAll((all) => all.map((one) => one.id))
    await keys.press('j')
    await page.waitForFunction((id) => document.activeElement?.id === id, second)
    await keys.press('k')
    await page.waitForFunction((id) => document.activeElement?.id === id, `chat-${chatId}`)

    await keys.press('n')
    await page.waitForFunction(() => document.activeElement?.id === 'composer-field')
    await keys.type('only for us')
    await keys.press('Enter')
    await log(page).locator('.is-note', { hasText: 'only for us' }).waitFor()
    await keys.press('Escape')
    await keys.press('r')
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Reply to'))
    await keys.type('first line')
    await keys.press('Shift+Enter')
    await keys.type('second line')
    await keys.press('Enter')
    await bubble(page, 'second line').waitFor()
    await keys.press('Escape')

    await keys.press('a')
    await page.getByRole('menuitemradio', { name: 'Support Tester' }).waitFor()
    await keys.press('s')
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Su'))
    await keys.press('Enter')
    await log(page)
      .getByText(/assigned the chat to Su/)
      .waitFor()

    await keys.press('e')
    // Closed, and on to the next one.
    await page.waitForURL((url) => !url.pathname.includes(chatId))
    await page.goto(`${site.front.url}/console/inbox/all/${chatId}?status=closed`)
    await log(page).getByText('closed the chat').waitFor()
    await page.getByRole('button', { name: 'Reopen chat' }).waitFor()
    await keys.press('e')
    await page.getByRole('button', { name: 'Close chat' }).waitFor()
    await keys.press('Escape')
    await page.getByText('Choose a chat').waitFor()
    expect(await stored(chatId)).toEqual(['No mouse here', 'only for us', 'first line\nsecond line'])
  })

  test('earlier messages come in above without moving what is read; new ones below are announced', async () => {
    const visitor = await site.visitor('Lena Long', 'Message 1')
    for (let n = 2; n <= 130; n += 1) await visitor.say(`Message ${n}`)
    const page = await sit(site, 'Supervisor', `inbox/all/${visitor.chatId}`)
    await bubble(page, 'Message 130').waitFor()
    await page.waitForFunction(() => {
      const node = document.querySelector('.log')
      return node && node.scrollTop > 0
    })
    // A message keeps its place on the screen while others are put in above it.
    const move = await page.evaluate(async () => {
      const node = document.querySelector('.log') as HTMLElement
      const bubbles = () => [...node.querySelectorAll('.bubble')]
      node.scrollTop = 350
      const [mark] = bubbles()
      const [text, before, many] = [mark?.textContent, mark?.getBoundingClientRect().top ?? 0, bubbles().length]
      for (let n = 0; n < 300 && bubbles().length === many; n += 1) await new Promise(requestAnimationFrame)
      const again = bubbles().find((one) => one.textContent === text)
      return { moved: (again?.getBoundingClientRect().top ?? 0) - before, loaded: bubbles().length > many }
    })
    expect(move.loaded).toBe(true)
    expect(Math.abs(move.moved)).toBeLessThanOrEqual(2)
    await visitor.say('Down here')
    await page.getByText('1 new message').waitFor()
    await page.getByRole('button', { name: 'Go to the newest message' }).click()
    await page.getByText('1 new message').waitFor({ state: 'detached' })
    await page.waitForFunction(() => {
      const node = document.querySelector('.log')
      return node && node.scrollHeight - node.scrollTop - node.clientHeight < 60
    })
  })

  test('what a visitor writes is text; only web addresses are links', async () => {
    const nasty =
      '<img src=x onerror="window.hit=1"> javascript:alert(1) https://a.example/x?y=1. <script>window.hit=1</script>'
    const { chatId } = await site.visitor('<b>Bobby</b>', nasty)
    const page = await sit(site, 'Agent', `inbox/all/${chatId}`)
    await bubble(page, '<img src=x').waitFor()
    expect(await log(page).locator('.bubble').innerText()).toBe(nasty)
    const links = await log(page)
      .locator('.bubble a')
      .evaluateAll((all) => all.map((one) => one.outerHTML))
    expect(links).toEqual([
      '<a dir="ltr" href="https://a.example/x?y=1" target="_blank" rel="noopener noreferrer nofollow ugc">https://a.example/x?y=1</a>',
    ])
    expect(await page.evaluate(() => 'hit' in window)).toBe(false)
    expect(await page.getByRole('heading', { name: '<b>Bobby</b>' }).count()).toBe(1)
  })

  test('an empty search, a failed list and a failed chat look different and offer the way on', async () => {
    const { chatId } = await site.visitor('Eva Error', 'Hi')
    const page = await sit(site, 'Agent')
    await row(page, 'Eva Error').waitFor()
    await page.locator('#inbox-search').fill('zzzz')
    await page.getByText('No chat matches “zzzz”').waitFor()
    await page.getByRole('button', { name: 'Clear the search' }).click()
    await row(page, 'Eva Error').waitFor()

    await page.route('**/trpc/inbox.*', (route) => route.abort())
    await page.goto(`${site.front.url}/console/inbox/all/${chatId}`)
    await page.getByText('The chats could not be loaded').waitFor()
    await page.getByText('The chat could not be loaded').waitFor()
    await page.unroute('**/trpc/inbox.*')
    await page.locator('.thread').getByRole('button', { name: 'Try again' }).click()
    await bubble(page, 'Hi').waitFor()
    await row(page, 'Eva Error').waitFor({ timeout: 20_000 })
  })

  test('masked details are masked, with the reason', async () => {
    const { chatId, email } = site.seed.contacts[0]!
    const page = await sit(site, 'Masked', `inbox/all/${chatId}`)
    await page.getByText('are hidden: your role does not include contact details').waitFor()
    expect(await page.locator('body').innerText()).not.toContain(email)
    expect(await control(page, 'contacts.get').count()).toBe(1)
    const reader = await sit(site, 'Reader', `inbox/all/${chatId}`)
    await reader.getByText('Your role does not include contacts').waitFor()
    expect(await control(reader, 'contacts.get').count()).toBe(0)
    expect(await field(reader).count()).toBe(0)
  })

  test('a phone shows one pane at a time, and the composer stays above the keyboard', async () => {
    const { chatId } = await site.visitor('Pia Phone', 'Small screen')
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    const page = await sit(site, 'Agent', 'inbox', phone)
    await row(page, 'Pia Phone').tap()
    await bubble(page, 'Small screen').waitFor()
    expect(await page.locator('.list').isVisible()).toBe(false)
    expect(await page.locator('.rail').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.setViewportSize({ width: 390, height: 460 })
    await field(page).tap()
    const box = await page.getByRole('button', { name: 'Send' }).boundingBox()
    expect(box && box.y + box.height).toBeLessThanOrEqual(460)
    expect(box?.height).toBeGreaterThanOrEqual(44)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'Contact details' }).tap()
    await page.getByRole('complementary').getByText('Pia Phone').waitFor()
    await page.getByRole('button', { name: 'Close contact details' }).tap()
    await page.getByRole('button', { name: 'Back to the list' }).tap()
    await row(page, 'Pia Phone').waitFor()
    expect(page.url()).not.toContain(chatId)
    expect(await page.locator('.thread').isVisible()).toBe(false)
    await page.goBack()
    await bubble(page, 'Small screen').waitFor()
  })

  describe('axe finds nothing', () => {
    test('inbox', async () => {
      const visitor = await site.visitor('Axel', 'Is it accessible? https://a.example/')
      await visitor.say('And this one is unread')
      await site.as('Agent').post('inbox.note', { chatId: visitor.chatId, id: randomUUID(), body: 'A note' })
      await site.as('Agent').post('inbox.reply', { chatId: visitor.chatId, id: randomUUID(), body: 'An answer' })
      const page = await sit(site, 'Administrator')
      await row(page, 'Axel').waitFor()
      await expectNoBarriers(page, 'list')
      await row(page, 'Axel').click()
      await bubble(page, 'An answer').waitFor()
      await expectNoBarriers(page, 'thread')
      await page.getByRole('tab', { name: 'Note' }).click()
      await page.route('**/trpc/inbox.note*', (route) => route.abort())
      await field(page).fill('Fails')
      await field(page).press('Enter')
      await page.getByText('Not sent.').waitFor()
      await expectNoBarriers(page, 'note and failed message', { part: '.thread' })
      await page.locator('#assign').click()
      await expectNoBarriers(page, 'assign menu', { part: '.thread-head' })
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'More' }).click()
      await page.getByRole('menuitem', { name: 'Delete chat' }).click()
      await expectNoBarriers(page, 'delete dialog', { part: 'dialog' })
      await page.keyboard.press('Escape')
      await page.locator('#inbox-search').fill('zzzz')
      await page.getByText('No chat matches').waitFor()
      await expectNoBarriers(page, 'no results', { part: '.list' })
      await page.goto(`${site.front.url}/console/inbox/all/${randomUUID()}?status=closed`)
      await page.getByText('This chat is not here').waitFor()
      await expectNoBarriers(page, 'gone', { part: '.inbox' })
    })

    test('narrow roles', async () => {
      const page = await sit(site, 'Masked', `inbox/all/${site.seed.contacts[1]?.chatId}`)
      await log(page).waitFor()
      await expectNoBarriers(page, 'masked')
      const nobody = await sit(site, 'Nothing')
      await nobody.getByText('inbox.view').waitFor()
      await expectNoBarriers(nobody, 'not permitted')
    })

    test('other pages', async () => {
      const page = await sit(site, 'Administrator', 'contacts')
      await page.locator('a.contact-row').first().waitFor()
      await expectNoBarriers(page, 'contacts')
      await page.locator('a.contact-row').first().click()
      await control(page, 'contacts.edit').waitFor()
      await expectNoBarriers(page, 'contact')
      await page.goto(`${site.front.url}/console/reports`)
      await page.getByRole('table').waitFor()
      await expectNoBarriers(page, 'reports')
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
      await expectNoBarriers(page, 'keyboard help', { part: 'dialog' })
      const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
      const small = await sit(site, 'Agent', `inbox/all/${site.seed.contacts[1]?.chatId}`, phone)
      await log(small).waitFor()
      // A phone shows the thread alone.
      await expectNoBarriers(small, 'thread on a phone')
      await expectRoom(small, 'thread on a phone')
    })
  })
})
