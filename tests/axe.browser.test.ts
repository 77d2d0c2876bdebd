import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNoBarriers, expectRoom } from './axe.ts'
import { testBrowser } from './browser.ts'

// What finds barriers finds planted ones, each where it is asked for.

let page: Page
beforeAll(async () => {
  page = await (await testBrowser()).newPage({ viewport: { width: 390, height: 844 } })
})
afterAll(() => page?.close())

const show = (body: string, style = '') =>
  page.setContent(`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>A page</title>
    <style>body { color: #111; background: #fff } ${style}</style><main><h1>A page</h1>${body}</main></html>`)

test('a page without any passes', async () => {
  await show('<p>Text</p>')
  await expectNoBarriers(page, 'plain')
  await expectRoom(page, 'plain')
})

test('one of any kind is found in the light page', async () => {
  await show('<img src="data:,">')
  await expect(expectNoBarriers(page, 'picture')).rejects.toThrow(/image-alt/)
})

test('colours that only the dark theme has are found', async () => {
  await show('<p>Text</p>', '@media (prefers-color-scheme: dark) { p { color: #ddd } }')
  await expect(expectNoBarriers(page, 'pale')).rejects.toThrow(/pale, dark[\s\S]*color-contrast/)
  await page.emulateMedia({ colorScheme: 'light' })
})

test('what is too small to tap is found, and what is too wide', async () => {
  const small = 'style="width: 9px; height: 9px; padding: 0; border: 0"'
  await show(`<button ${small} aria-label="One"></button><button ${small} aria-label="Two"></button>`)
  await expect(expectRoom(page, 'buttons')).rejects.toThrow(/target-size/)
  await show('<p style="width: 600px">Text</p>')
  await expect(expectRoom(page, 'wide')).rejects.toThrow('wide is wider than the screen')
})

test('what is in a frame of another origin is found where frames are asked, and only there', async () => {
  const start = '<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>'
  const bodies = {
    'http://outside.test/': `${start}<iframe title="Inside" src="http://inside.test/"></iframe></main>`,
    'http://inside.test/': `${start}<img src="data:,"></main>`,
  }
  for (const [url, body] of Object.entries(bodies))
    await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto('http://outside.test/')
  await expectNoBarriers(page, 'outside')
  await expect(expectNoBarriers(page, 'inside', { frames: true })).rejects.toThrow(/^inside\nimage-alt/)
})
