import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSystemBrowser, systemBrowser, testBrowser } from '../browser.ts'
import { type RunningServer, startDemo } from '../server.ts'
import { bubbles, kept, openPanel, rolecall, until, write } from './driver.ts'
import { elsewhere, plainPage, snippet, startSite } from './site.ts'

// Browsers that keep nothing for a frame of another site, as Debian's Chromium does as it is installed: no storage, no cookie
// but a partitioned one. The server itself, since what is tested is which of its cookies a browser takes.

let server: RunningServer
let site: Awaited<ReturnType<typeof startSite>>
let prober: Awaited<ReturnType<typeof startProber>>
let account: string
let chat: string
beforeAll(async () => {
  server = await startDemo()
  chat = elsewhere(server.url)
  const shop = await (await fetch(`${server.url}/demo/shop`)).text()
  account = /data-account="([^"]+)"/.exec(shop)?.[1] as string
  prober = await startProber()
  const frame = `<iframe src="${prober.url}"></iframe>`
  site = await startSite((path) => plainPage(snippet({ url: chat, account }), path === '/probe' ? frame : ''))
})
afterAll(async () => {
  await site?.close()
  prober?.close()
  await server?.stop()
})

/** A third site that sets a plain and a partitioned cookie, and says which it is sent. */
async function startProber() {
  const kind = 'Path=/; HttpOnly; Secure; SameSite=None'
  const headers = { 'content-type': 'text/html', 'set-cookie': [`plain=1; ${kind}`, `parted=1; ${kind}; Partitioned`] }
  const probe = createServer(({ headers: { cookie = '' } }, response) => response.writeHead(200, headers).end(cookie))
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${(probe.address() as AddressInfo).port}/`, close: () => probe.close() }
}

interface Visitor {
  page: Page
  context: BrowserContext
  leave(): Promise<unknown>
}

/** The tests' own browser has no such setting. DevTools' switch blocks its cookies; storage is taken from frames of others by hand. */
async function own(): Promise<Visitor> {
  const context = await (await testBrowser()).newContext()
  await context.addInitScript(() => {
    if (window === top) return
    const get = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError')
    }
    Object.defineProperty(window, 'localStorage', { get })
  })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const controls = { disableThirdPartyCookieMetadata: true, disableThirdPartyCookieHeuristics: true }
  await session.send('Network.enable')
  await session.send('Network.setCookieControls', { enableThirdPartyCookieRestriction: true, ...controls })
  return { page, context, leave: () => context.close() }
}

/** The switch "Block third-party cookies" of a browser that people use. */
async function system(path: string): Promise<Visitor> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-profile-'))
  await mkdir(join(folder, 'Default'))
  const profile = { cookie_controls_mode: 1, block_third_party_cookies: true }
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify({ profile }))
  const context = await openSystemBrowser(path, folder)
  const leave = async () => {
    await context.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { page: await context.newPage(), context, leave }
}

const installed = systemBrowser()
const none = 'SKIPPED, as this machine has no Chrome or Chromium of its own (CHROME_PATH names one)'
if (!installed) console.warn(`tests/widget/blocked.browser.test.ts: the system's browser: ${none}.`)

describe.each([
  { name: "the tests' own browser", open: own, skip: false },
  {
    name: `the system's browser${installed ? '' : `: ${none}`}`,
    open: () => system(installed as string),
    skip: !installed,
  },
])('third-party storage is blocked in $name', ({ open, skip }) => {
  const greeting = 1
  const meet = async (act: (visitor: Visitor) => Promise<void>) => {
    const visitor = await open()
    try {
      await visitor.page.goto(site.url)
      await act(visitor)
    } finally {
      await visitor.leave()
    }
  }
  const say = async (page: Page, text: string) => {
    const panel = await openPanel(page)
    await expect(panel.evaluate(() => localStorage.length)).rejects.toThrow('Access is denied')
    await write(panel, text)
    await panel.getByText('Sent').waitFor()
    await kept(page)
  }
  const again = async (page: Page) => {
    await page.reload()
    const panel = await openPanel(page)
    await page.waitForTimeout(1000)
    return (await bubbles(panel)).slice(greeting)
  }
  /** The cookie as the answer to `path` sets it. */
  const setBy = async (page: Page, path: string) => {
    const answer = await page.waitForResponse((one) => one.url().endsWith(`/trpc/visitor.${path}`))
    return answer.headerValue('set-cookie')
  }

  test.skipIf(skip)('it is: a frame of another site has a partitioned cookie and nothing else', () =>
    meet(async ({ page }) => {
      for (let visit = 0; visit < 2; visit++) await page.goto(`${site.url}/probe`)
      const frame = page.frames().find((one) => one.url() === prober.url)
      expect(await frame?.locator('body').innerText()).toBe('parted=1')
      await expect(frame?.evaluate(() => localStorage.length)).rejects.toThrow('Access is denied')
    }),
  )

  test.skipIf(skip)('the conversation survives a reload and another tab, by the cookie alone', () =>
    meet(async ({ page, context }) => {
      const [line] = await Promise.all([setBy(page, 'start'), say(page, 'Do not forget me')])
      expect(line).toMatch(/^rolecall\.visitor\.\w+=[\w-]{43}; Max-Age=15552000; .*; Partitioned$/)
      expect(await again(page)).toEqual(['You: Do not forget me'])
      const tab = await context.newPage()
      await tab.goto(site.url)
      const panel = await openPanel(tab)
      await write(panel, 'Nor here')
      await until(
        () => bubbles(panel),
        (all) => all.slice(greeting).join() === 'You: Do not forget me,You: Nor here',
      )
      // What nothing else kept is gone with it. (The server takes it away: not every browser lets a test do so.)
      await panel.evaluate(async (input) => {
        const headers = { 'content-type': 'application/json' }
        await fetch('/trpc/visitor.forget', { method: 'POST', headers, body: JSON.stringify({ account: input }) })
      }, account)
      expect(await again(page)).toEqual([])
    }),
  )

  test.skipIf(skip)('the page around it cannot ask for the key; shutdown ends it', () =>
    meet(async ({ page }) => {
      await say(page, 'Shared computer')
      const asked = await page.evaluate(
        async ([address, input]) => {
          const ask = (init: RequestInit) =>
            fetch(address as string, { method: 'POST', body: input as string, credentials: 'include', ...init }).then(
              async (answer) => `${answer.type} ${answer.status} ${await answer.text()}`,
              (error) => String(error.name),
            )
          return [await ask({ headers: { 'content-type': 'application/json' } }), await ask({ mode: 'no-cors' })]
        },
        [`${chat}/trpc/visitor.key`, JSON.stringify({ account })],
      )
      expect(asked).toEqual(['TypeError', expect.stringMatching(/^(TypeError|opaque 0 )$/)])
      expect(await again(page)).toEqual(['You: Shared computer'])
      await rolecall(page, 'shutdown')
      await page.locator('rolecall-widget').waitFor({ state: 'detached' })
      expect(await again(page)).toEqual([])
    }),
  )
})
