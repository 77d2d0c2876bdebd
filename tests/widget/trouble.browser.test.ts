import { expect, test } from 'vitest'
import { bubbles, kept, openPanel, panelOf, until, write } from './driver.ts'
import { setStage } from './stage.ts'

const stage = setStage()

test('a message that does not get through says so; "Try again" sends it with the same id', async () => {
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  await write(panel, 'First')
  await panel.getByText('Sent').waitFor()
  stage.fake.state.refuse.set('say', 'drop')
  await write(panel, 'Second')
  await panel.getByText('Not sent.').waitFor({ timeout: 10_000 })
  const tries = () => stage.fake.requests.filter(({ path }) => path === '/trpc/visitor.say').length
  expect(tries()).toBe(3)
  stage.fake.state.refuse.clear()
  await panel.getByRole('button', { name: 'Try again' }).click()
  await panel.getByText('Sent').waitFor()
  expect(stage.fake.talks[0]?.chat.messages.map(({ body }) => body)).toEqual(['First', 'Second'])
  expect((await bubbles(panel)).slice(1)).toEqual(['You: First', 'You: Second'])
})

test('an answer that is lost does not make a second message, nor a second conversation', async () => {
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  stage.fake.state.refuse.set('start', 'lose')
  await write(panel, 'Hello')
  await panel.getByText('Not sent.').waitFor({ timeout: 10_000 })
  expect(stage.fake.talks).toHaveLength(1)
  stage.fake.state.refuse.clear()
  // Not the same message again but another: the conversation that nobody told us of is found.
  await write(panel, 'Anybody?')
  await panel.getByText('Sent').waitFor()
  expect(stage.fake.talks).toHaveLength(1)
  expect((await bubbles(panel)).slice(1)).toEqual(['You: Hello', 'You: Anybody?'])
  stage.fake.state.refuse.set('say', 'lose')
  await write(panel, 'Lost')
  await panel.getByText('Lost', { exact: true }).waitFor()
  await page.waitForTimeout(4000)
  expect(stage.fake.talks[0]?.chat.messages.filter(({ body }) => body === 'Lost')).toHaveLength(1)
  expect((await bubbles(panel)).filter((line) => line === 'You: Lost')).toHaveLength(1)
})

test('an unsent message survives a reload, and is sent again by itself', async () => {
  const { page } = await stage.visit()
  stage.fake.state.refuse.set('start', 'TOO_MANY')
  const panel = await openPanel(page)
  await write(panel, 'Please')
  await panel.getByText('Not sent.').waitFor()
  await panel.getByText('Too many messages at once.').waitFor()
  await kept(page)
  stage.fake.state.refuse.clear()
  await page.reload()
  // Nobody has to open the chat for that.
  await until(
    () => stage.fake.talks[0]?.chat.messages.map(({ body }) => body).join(),
    (said) => said === 'Please',
  )
  await (await openPanel(page)).getByText('Sent').waitFor()
})

test('a first message whose page is left before the answer arrives once, and its chat is there on the next page', async () => {
  const { page, site } = await stage.visit()
  const panel = await openPanel(page)
  // Not before the panel stands: whatever it still has to ask would be held too.
  const release = stage.fake.hold()
  await write(panel, 'Do not lose me')
  await until(
    () => stage.fake.requests.some(({ path }) => path === '/trpc/visitor.start'),
    (asked) => asked,
  )
  await kept(page)
  await page.goto('about:blank')
  release()
  await page.goto(site.url)
  await until(
    () => page.frames().length,
    (frames) => frames === 2,
  )
  const next = await panelOf(page)
  await next.getByText('Sent').waitFor({ state: 'attached' })
  expect(await bubbles(next)).toEqual(['Northwind: Hello! How can we help?', 'You: Do not lose me'])
  expect(stage.fake.talks).toHaveLength(1)
  expect(stage.fake.talks[0]?.chat.messages).toHaveLength(1)
})

test('a message arrives also where the page is left the moment it is written, for good', async () => {
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  await panel.locator('.composer textarea').fill('Bye')
  // As a click on a link of the page while the request is on its way.
  await page.route('**/trpc/visitor.start', async (route) => {
    await page.goto('about:blank')
    await route.continue()
  })
  await panel.locator('.composer textarea').press('Enter')
  await until(
    () => stage.fake.talks[0]?.chat.messages.map(({ body }) => body).join(),
    (said) => said === 'Bye',
  )
})

test('a lost stream is said, opened again, and resumes after the last event: nothing missed, nothing twice', async () => {
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
  stage.fake.reply('Before')
  await panel.getByText('Before').waitFor()
  stage.fake.state.deaf = true
  stage.fake.cut()
  await panel.getByText('Connection lost.').waitFor()
  stage.fake.reply('Meanwhile')
  await page.waitForTimeout(300)
  expect(await panel.getByText('Meanwhile').count()).toBe(0)
  stage.fake.state.deaf = false
  await panel.getByText('Meanwhile').waitFor({ timeout: 10_000 })
  await panel.getByText('Connection lost.').waitFor({ state: 'hidden' })
  expect((await bubbles(panel)).slice(1)).toEqual(['You: Hello', 'Ana: Before', 'Ana: Meanwhile'])
  const resumed = stage.fake.requests.filter(({ path }) => path.startsWith('/visitor/live')).at(-1)
  expect(resumed?.path).toBe('/visitor/live?after=2')
})

test('a resync reads everything again; a conversation that cannot be loaded offers another try', async () => {
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
  stage.fake.talks[0]?.chat.messages.push({
    ...stage.fake.reply('Heard'),
    id: crypto.randomUUID(),
    seq: 3,
    body: 'Not in the stream',
  })
  stage.fake.event({ type: 'resync' })
  await panel.getByText('Not in the stream').waitFor()

  stage.fake.state.refuse.set('thread', 'UNAVAILABLE')
  await page.reload()
  const reloaded = await openPanel(page)
  await reloaded.getByText('The chat could not be loaded.').waitFor()
  stage.fake.state.refuse.clear()
  await reloaded.getByRole('button', { name: 'Try again' }).click()
  await reloaded.getByText('Not in the stream').waitFor()
})

test('a deleted chat is gone here too; writing begins a new one', async () => {
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
  stage.fake.deleteChats()
  await panel.getByText('That chat no longer exists.').waitFor()
  expect(await bubbles(panel)).toEqual(['Northwind: Hello! How can we help?'])
  await write(panel, 'Hello again')
  await panel.getByText('Sent').waitFor()
  expect(stage.fake.talks).toHaveLength(1)
  // Deleted while nobody looked: found out after the reload.
  const site = page.url()
  await page.goto('about:blank')
  stage.fake.deleteChats()
  await page.goto(site)
  await (await openPanel(page)).getByText('That chat no longer exists.').waitFor()
})

test('a closed chat says so, and opens again when the visitor writes', async () => {
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
  stage.fake.event({ type: 'closed' })
  await panel.getByText('This chat was closed.').waitFor()
  await write(panel, 'One more thing')
  await panel.getByText('This chat was closed.').waitFor({ state: 'hidden' })
})

test('where storage is blocked it works for as long as the page is open', async () => {
  const { page, errors } = await stage.visit({
    before: () => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('Blocked.', 'SecurityError')
        },
      })
    },
  })
  const panel = await openPanel(page)
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
  stage.fake.reply('Hi!')
  await panel.getByText('Hi!').waitFor()
  expect(errors).toEqual([])
})

test('a server that is down when the page loads is asked again, and the page is not disturbed', async () => {
  stage.fake.state.refuse.set('config', 'drop')
  const { page } = await stage.visit()
  await page.waitForTimeout(800)
  expect(await page.locator('rolecall-widget').count()).toBe(0)
  stage.fake.state.refuse.clear()
  await page.locator('rolecall-widget').waitFor({ state: 'attached', timeout: 10_000 })
})
