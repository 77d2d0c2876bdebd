import { expect, test } from 'vitest'
import { bubbles, kept, openPanel, openShadow, ready, rolecall, until, write } from './driver.ts'
import { heard, launcher, record, setStage } from './stage.ts'

const stage = setStage()

test('what is written stands there before the server answers; the answer comes by itself', async () => {
  const { page, errors } = await stage.visit()
  const panel = await openPanel(page)
  await record(page)
  const release = stage.fake.hold()
  await write(panel, 'Where is my order?')
  expect(await bubbles(panel)).toEqual(['Northwind: Hello! How can we help?', 'You: Where is my order?'])
  expect(await panel.locator('.foot').innerText()).toContain('Sending…')
  expect(stage.fake.talks).toEqual([])
  release()
  await panel.getByText('Sent').waitFor()

  stage.fake.reply('One moment.')
  stage.fake.reply('It left yesterday.', 'Ben')
  await panel.getByText('It left yesterday.').waitFor()
  expect((await bubbles(panel)).slice(1)).toEqual([
    'You: Where is my order?',
    'Ana: One moment.',
    'Ben: It left yesterday.',
  ])
  await panel.getByText('Seen').waitFor()
  // The page is told that something was said, never what.
  const all = ['ready', ['message', 'visitor'], ['message', 'team'], ['message', 'team']]
  expect(
    await until(
      () => heard(page),
      ({ length }) => length >= all.length,
    ),
  ).toEqual(all)
  expect(JSON.stringify(await heard(page))).not.toContain('yesterday')
  await until(
    () => stage.fake.talks[0]?.chat.seenSeq,
    (seen) => seen === 3,
  )
  expect(errors).toEqual([])
})

test('a reload keeps it, what is unread shows on the launcher, and opening it clears that', async () => {
  const { page } = await stage.visit({ before: openShadow })
  const first = await openPanel(page)
  await write(first, 'Hello')
  await first.getByText('Sent').waitFor()
  await kept(page)
  await rolecall(page, 'close')
  await page.reload()
  await ready(page)
  stage.fake.reply('Hi!')
  stage.fake.reply('Still there?')
  const badge = page.locator('rolecall-widget .badge')
  await until(
    () => badge.textContent(),
    (text) => text === '2',
  )
  expect(await launcher(page).getAttribute('aria-label')).toBe('Chat, 2 unread')
  const panel = await openPanel(page)
  expect((await bubbles(panel)).slice(1)).toEqual(['You: Hello', 'Ana: Hi!', 'Ana: Still there?'])
  await badge.waitFor({ state: 'hidden' })
  await until(
    () => stage.fake.talks[0]?.chat.seenSeq,
    (seen) => seen === 3,
  )
  await rolecall(page, 'close')
  expect(await launcher(page).getAttribute('aria-label')).toBe('Chat')
})

test('a device whose clock is a day ahead: what was said today was said today', async () => {
  const before = () => {
    const Real = Date
    const ahead = 26 * 3_600_000
    window.Date = class extends Real {
      constructor(...given: []) {
        super(...((given.length > 0 ? given : [Real.now() + ahead]) as []))
      }
      static override now = () => Real.now() + ahead
    } as DateConstructor
  }
  const { page } = await stage.visit({ before })
  const panel = await openPanel(page)
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
  await panel.getByText('Today', { exact: true }).waitFor()
})

test('what is half written is kept too', async () => {
  const { page } = await stage.visit()
  await (await openPanel(page)).locator('textarea').fill('I would like to')
  await page.reload()
  const panel = await openPanel(page)
  expect(await panel.locator('textarea').inputValue()).toBe('I would like to')
})

test('another tab of the same site follows', async () => {
  const { page, context, site } = await stage.visit()
  const other = await context.newPage()
  await other.goto(site.url)
  const [panel, second] = [await openPanel(page), await openPanel(other)]
  await write(panel, 'From the first tab')
  await second.getByText('From the first tab').waitFor()
  await write(second, 'From the second')
  await panel.getByText('From the second').waitFor()
  expect(stage.fake.talks).toHaveLength(1)
})

test('text is text: no markup of anybody runs, and links open safely', async () => {
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  const attack = '<img src=x onerror="parent.hit=1"><script>parent.hit=1</script> javascript:alert(1)'
  await write(panel, attack)
  await panel.getByText('Sent').waitFor()
  stage.fake.reply(`${attack} https://example.com/a?b=1.`, '<b>Eve</b>')
  await panel.locator('.bubble a').waitFor()
  expect(await panel.locator('.log img, .log script, .log b').count()).toBe(0)
  expect((await bubbles(panel)).slice(1)).toEqual([
    `You: ${attack}`,
    `<b>Eve</b>: ${attack} https://example.com/a?b=1.`,
  ])
  const link = panel.locator('.bubble a')
  expect(await link.getAttribute('href')).toBe('https://example.com/a?b=1')
  expect(await link.getAttribute('target')).toBe('_blank')
  for (const word of ['noopener', 'ugc']) expect((await link.getAttribute('rel'))?.split(' ')).toContain(word)
})

test('a reader who scrolled up stays where they are and is told that there is more', async () => {
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  await write(panel, 'Tell me a long story')
  await panel.getByText('Sent').waitFor()
  for (let line = 1; line <= 30; line++) stage.fake.reply(`Line ${line}`)
  await panel.getByText('Line 30').waitFor()
  const top = () => panel.locator('.log').evaluate((log) => log.scrollTop)
  const low = () => panel.locator('.log').evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight)
  await until(low, (left) => left < 2)
  await panel.locator('.log').evaluate((log) => log.scrollTo(0, 120))
  await panel.getByText('New messages').waitFor()
  stage.fake.reply('Line 31')
  await panel.getByText('Line 31').waitFor({ state: 'attached' })
  expect(await top()).toBe(120)
  expect(stage.fake.talks[0]?.chat.seenSeq).toBe(31)
  await panel.getByText('New messages').click()
  await until(low, (left) => left < 2)
  await until(
    () => stage.fake.talks[0]?.chat.seenSeq,
    (seen) => seen === 32,
  )
})
