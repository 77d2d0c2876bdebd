import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { bubbles, kept, openPanel, openShadow, panelOf, ready, rolecall, until, write } from './driver.ts'
import { snippet } from './site.ts'
import { box, heard, launcher, record, setStage } from './stage.ts'

const stage = setStage()

const queue = `<script>
  window.Rolecall = window.Rolecall || function(){(Rolecall.q = Rolecall.q || []).push(arguments)}
  window.order = []
  Rolecall('on', 'ready', function(){ order.push('ready') })
  Rolecall('on', 'open', function(){ order.push('open') })
  Rolecall('identify', 'Maria Santos', 'maria@example.com')
  Rolecall('open', function(done){ order.push('opened ' + done) })
</script>`

test('calls made before it has loaded are done once it has, in their order', async () => {
  const { page } = await stage.visit({ head: queue })
  const panel = await panelOf(page)
  expect(await page.evaluate(() => (window as unknown as { order: string[] }).order)).toEqual([
    'ready',
    'open',
    'opened true',
  ])
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
  expect(stage.fake.talks[0]?.input).toMatchObject({ name: 'Maria Santos', email: 'maria@example.com' })
  expect(stage.fake.talks[0]?.input['page']).toMatch(/^http:\/\/localhost:\d+\/$/)
})

test("the README's own lines work", async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  const lines = /```html\n(<script>\n[^`]*Rolecall[\s\S]*?)```/.exec(readme)?.[1] as string
  const { page } = await stage.visit({ head: lines })
  const panel = await panelOf(page)
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
  await rolecall(page, 'close')
  stage.fake.reply('Hi!')
  await until(
    () => page.title(),
    (title) => title.startsWith('(1)'),
  )
})

test('open, close, toggle, show, hide, on, off; a handler that throws harms nobody', async () => {
  const { page } = await stage.visit({ before: openShadow })
  await ready(page)
  await record(page)
  await page.evaluate(() => {
    const api = (window as unknown as { Rolecall: (...args: unknown[]) => void }).Rolecall
    const never = () => Object.assign(window, { never: true })
    api('on', 'open', never)
    api('off', 'open', never)
    api('on', 'open', () => {
      throw new Error('of the page')
    })
  })
  await rolecall(page, 'toggle')
  expect(await box(page).isVisible()).toBe(true)
  await rolecall(page, 'toggle')
  await box(page).waitFor({ state: 'hidden' })
  await rolecall(page, 'hide')
  expect(await launcher(page).isVisible()).toBe(false)
  // A page may bring a button of its own.
  await rolecall(page, 'open')
  expect(await box(page).isVisible()).toBe(true)
  await rolecall(page, 'show')
  await rolecall(page, 'close')
  expect(await launcher(page).isVisible()).toBe(true)
  expect(await rolecall(page, 'nonsense')).toBe(true)
  await page.waitForTimeout(50)
  expect(await heard(page)).toEqual(['ready', 'open', 'close', 'open', 'close'])
  expect(await page.evaluate(() => 'never' in window)).toBe(false)
})

test('shutdown forgets the conversation, also when the panel was not loaded yet', async () => {
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
  for (const wait of [0, 400]) {
    await page.reload()
    await ready(page)
    await page.waitForTimeout(wait)
    await rolecall(page, 'shutdown')
    await page.locator('rolecall-widget').waitFor({ state: 'detached' })
    expect(await rolecall(page, 'close')).toBe(false)
    await page.reload()
    const fresh = await openPanel(page)
    expect(await bubbles(fresh)).toEqual(['Northwind: Hello! How can we help?'])
    await write(fresh, 'Hello')
    await fresh.getByText('Sent').waitFor()
  }
  expect(stage.fake.talks).toHaveLength(3)
})

test('shutdown forgets also what this page knows nothing of, and where it is left before the panel came', async () => {
  const { page } = await stage.visit()
  const say = async () => {
    const panel = await openPanel(page)
    await write(panel, 'Hello')
    await panel.getByText('Sent').waitFor()
  }
  const forgotten = async () => {
    await page.reload()
    expect(await bubbles(await openPanel(page))).toEqual(['Northwind: Hello! How can we help?'])
  }
  await say()
  // As where the page is left just when the answer comes, or its own storage was emptied.
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await ready(page)
  await rolecall(page, 'shutdown')
  await page.locator('rolecall-widget').waitFor({ state: 'detached' })
  await forgotten()

  await say()
  await page.route('**/widget/panel', (route) => route.abort())
  await page.reload()
  await ready(page)
  await rolecall(page, 'shutdown')
  await page.unroute('**/widget/panel')
  await forgotten()

  // It has been seen to: the next conversation is kept.
  await say()
  await page.reload()
  await (await openPanel(page)).getByText('Sent').waitFor()
  await kept(page)
})

test('the most hostile style sheet of a page changes neither launcher nor panel', async () => {
  const hostile = `<style>
    html * { all: unset !important; display: none !important; visibility: hidden !important; opacity: 0 !important;
      position: static !important; transform: scale(0) !important; pointer-events: none !important; z-index: -1 !important;
      transition: all 9s !important; filter: blur(9px) !important; color: red !important; width: 1px !important; direction: rtl }
    rolecall-widget { display: none !important } iframe, button { border: 20px solid red !important; margin: 99px !important }
  </style>`
  const looks = async (head: string) => {
    const { page } = await stage.visit({ head, before: openShadow, browser: { reducedMotion: 'reduce' } })
    await openPanel(page)
    await page.waitForTimeout(200)
    const panel = await panelOf(page)
    await write(panel, 'Hello')
    await panel.getByText('Sent').waitFor()
    return page.evaluate(() => {
      const root = document.querySelector('rolecall-widget')?.shadowRoot as ShadowRoot
      return [root.host, ...root.querySelectorAll('*')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        const { display, visibility, opacity, position, transform, pointerEvents, zIndex, filter, color } =
          getComputedStyle(element)
        const style = { display, visibility, opacity, position, transform, pointerEvents, zIndex, filter, color }
        // Host and wrap have no size; where nothing is does not matter.
        return { element: element.tagName, box: width && [x, y, width, height], ...style }
      })
    })
  }
  const calm = await looks('')
  expect(calm.find(({ element, box }) => element === 'BUTTON' && box)?.box).toEqual([1204, 724, 56, 56])
  expect(await looks(hostile)).toEqual(calm)
})

test('the page reaches neither into the launcher nor into the panel', async () => {
  const { page } = await stage.visit({ head: '<script>localStorage.setItem("own", "1")</script>' })
  const panel = await openPanel(page)
  await write(panel, 'My card number is 4111')
  await panel.getByText('Sent').waitFor()
  const secret = stage.fake.talks[0]?.secret as string
  expect(secret).toMatch(/^rv_[\da-f]{32}_[\w-]{43}$/)
  const seen = await page.evaluate(() => {
    const host = document.querySelector('rolecall-widget')
    return {
      root: host?.shadowRoot,
      frames: window.frames.length,
      text: document.documentElement.outerHTML,
      kept: JSON.stringify(localStorage),
    }
  })
  expect(seen.root).toBeNull()
  expect(seen.frames).toBe(0)
  expect(seen.text + seen.kept).not.toContain('4111')
  expect(seen.text + seen.kept).not.toContain(secret)
  // The key is in no address, of ours or of anybody.
  for (const { path, headers } of stage.fake.requests) expect(path + headers.referer).not.toContain(secret.slice(-43))
  expect(
    page
      .frames()
      .map((frame) => frame.url())
      .join(),
  ).not.toContain(secret.slice(-43))
})

test('a page with a strict content security policy needs three lines of it, and no unsafe one', async () => {
  const policy = `default-src 'none'; script-src ${stage.fake.url}; connect-src ${stage.fake.url}; frame-src ${stage.fake.url}`
  const { page, errors } = await stage.visit({ headers: { 'content-security-policy': policy }, before: openShadow })
  const panel = await openPanel(page)
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
  expect((await launcher(page).boundingBox())?.width).toBe(56)
  // The page's own style element is refused; of ours, nothing.
  expect(errors.filter((error) => !/inline style/.test(error))).toEqual([])
})

test('a second copy of the snippet, and a body that is replaced, change nothing', async () => {
  const { page } = await stage.visit({ body: snippet(stage.fake) })
  await ready(page)
  await page.evaluate(() => {
    document.body = document.createElement('body')
  })
  await page.waitForTimeout(300)
  expect(await page.locator('rolecall-widget').count()).toBe(1)
  await openPanel(page)
  expect(stage.fake.requests.filter(({ path }) => path.startsWith('/trpc/visitor.config'))).not.toHaveLength(0)
  expect(page.frames()).toHaveLength(2)
})
