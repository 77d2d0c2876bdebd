import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectNoBarriers } from './axe.ts'
import { openSite } from './console-site.ts'
import { keepDesks } from './desks.ts'
import { everyPage } from './pages.ts'
import { watchCalls } from './quiet.ts'

// What is true of every page, by itself and whatever stands on it.

const { browser, site } = await openSite()
const keep = keepDesks()
const pages = await everyPage(site)
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const quiets = new WeakMap<Page, () => Promise<void>>()

const open = async (path: string, options = {}, role: 'Administrator' | 'Support' = 'Administrator') => {
  const page = await keep(site.open(browser, role, path, options))
  quiets.set(page, watchCalls(page))
  await whole(page)
  return page
}

/** All that it will be: nothing is asked any more, and nothing stands in for what is to come. */
async function whole(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.starting, .skeleton'))
  await quiets.get(page)?.()
}

/** To another page: within an app as by a link, which takes a sixth of what it takes to load it. */
async function go(page: Page, path: string): Promise<void> {
  const app = (one: string) => one.split('/')[1]
  if (app(new URL(page.url()).pathname) !== app(path)) await page.goto(site.front.url + path)
  else
    await page.evaluate((to) => {
      history.pushState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, path)
  await whole(page)
}

/** What is pressed and smaller than it has to be. A link in a sentence is as high as its line (WCAG 2.5.8). */
function small(least: number): string[] {
  const found = new Set<string>()
  const pressed = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=switch], [role=tab]'
  for (const node of document.querySelectorAll<HTMLElement>(pressed)) {
    const { display, pointerEvents } = getComputedStyle(node)
    if (!node.checkVisibility({ visibilityProperty: true }) || pointerEvents === 'none') continue
    if (node.matches('a') && display === 'inline' && !node.matches('.table-link')) continue
    // A label presses its box, and a link that is drawn over its whole row is as large as that.
    const over = getComputedStyle(node, '::after').position === 'absolute' ? [node.closest('tr')] : []
    const all = [node, node.closest('label'), ...((node as HTMLInputElement).labels ?? []), ...over]
    const sizes = all.flatMap((one) => one?.getBoundingClientRect() ?? [])
    if (sizes.every(({ height, width }) => height < least - 0.5 || width < Math.min(least, 24) - 0.5))
      found.add(
        `${node.tagName.toLowerCase()}.${node.className} ${sizes.map((one) => Math.round(one.height)).join(', ')}`,
      )
  }
  return [...found]
}

/** Selects whose arrow a forced theme has taken away. */
const bareSelects = (page: Page) =>
  page.locator('select').evaluateAll((all) =>
    all.flatMap((one) => {
      const { appearance, backgroundImage } = getComputedStyle(one)
      return appearance === 'none' && !backgroundImage.includes('url(') ? [one.outerHTML.slice(0, 80)] : []
    }),
  )

test.each([
  ['with a mouse', 24, {}],
  ['on a phone', 44, phone],
])('one h1, room to press, arrows in forced colours, on every page: %s', async (_, least, options) => {
  expect(pages.length).toBeGreaterThan(20)
  const page = await open(pages[0] ?? '', options)
  const wrong: string[] = []
  let selects = 0
  for (const path of [...pages, '/settings/', '/settings/nowhere', '/console/nowhere']) {
    await go(page, path)
    const heads = await page.locator('h1:visible').allInnerTexts()
    if (heads.length !== 1) wrong.push(`${path}: h1 ${heads.join(' | ')}`)
    if (path.startsWith('/settings')) wrong.push(...(await page.evaluate(small, least)).map((one) => `${path}: ${one}`))
    await page.emulateMedia({ forcedColors: 'active' })
    selects += await page.locator('select').count()
    wrong.push(...(await bareSelects(page)).map((one) => `${path}: no arrow ${one}`))
    await page.emulateMedia({ forcedColors: 'none' })
  }
  expect(selects).toBeGreaterThan(3)
  expect(wrong).toEqual([])
})

test('a page that one may not open has one h1, too', async () => {
  const page = await open(pages[0] ?? '', {}, 'Support')
  for (const path of pages) {
    await go(page, path)
    expect([path, await page.locator('h1:visible').count()]).toEqual([path, 1])
  }
})

test('a tip lies over no words where there is room beside them', async () => {
  const page = await open('/settings/team')
  let seen = 0
  const covering: string[] = []
  for (const path of ['/settings/team', '/settings/roles', `/console/inbox/all/${site.seed.chats.agents}`]) {
    await page.goto(site.front.url + path)
    await whole(page)
    for (const anchor of (await page.locator('[data-tip]:visible').all()).slice(0, 8)) {
      await page.mouse.move(0, 0)
      await anchor.hover()
      const tip = page.locator('.tip:popover-open')
      await tip.waitFor()
      seen += 1
      const { over, free } = await anchor.evaluate(wordsUnder)
      if (over > 0 && free) covering.push(`${path}, ${await tip.innerText()}`)
    }
  }
  expect(seen).toBeGreaterThan(5)
  expect(covering).toEqual([])
})

/** Whether the tip lies over words, and whether one of the four places beside its anchor has none. */
function wordsUnder(anchor: Element): { over: number; free: boolean } {
  const tip = document.querySelector<HTMLElement>('.tip')
  if (!tip) throw new Error('There is no tip')
  const boxes: DOMRect[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!node.textContent?.trim() || !parent?.checkVisibility() || tip.contains(node) || anchor.contains(node)) continue
    if (parent.closest('.visually-hidden, .skip')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    boxes.push(...range.getClientRects())
  }
  const hits = (left: number, top: number, width: number, height: number) =>
    boxes.filter(
      (one) =>
        one.left < left + width - 1 && one.right > left + 1 && one.top < top + height - 1 && one.bottom > top + 1,
    ).length
  const { left, top, width, height } = tip.getBoundingClientRect()
  const to = anchor.getBoundingClientRect()
  const middle = (to.left + to.right - width) / 2
  const level = (to.top + to.bottom - height) / 2
  const places = [
    [middle, to.bottom + 6],
    [middle, to.top - 6 - height],
    [to.right + 6, level],
    [to.left - 6 - width, level],
  ] as const
  const fits = (x: number, y: number) =>
    x >= 8 && y >= 8 && x + width <= innerWidth - 8 && y + height <= innerHeight - 8
  const free = places.some(([x, y]) => fits(x, y) && hits(x, y, width, height) === 0)
  return { over: hits(left, top, width, height), free }
}

describe('with colours that the reader’s system forces', () => {
  const forced = { forcedColors: 'active' as const }

  test('theirs, ours and a note are told apart', async () => {
    const { chatId } = await site.visitor('Fay Forced', 'Hello?')
    const page = await open(`/console/inbox/all/${chatId}`, forced)
    const field = page.locator('#composer-field')
    await field.fill('Here we are.')
    await field.press('Enter')
    await page.getByRole('tab', { name: 'Note' }).click()
    await field.fill('For us')
    await field.press('Enter')
    const edge = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((node) => {
          const {
            borderInlineStartStyle: style,
            borderInlineStartWidth: start,
            borderInlineEndWidth: end,
          } = getComputedStyle(node)
          return `${style} ${start} ${end}`
        })
    await page.locator('.is-note .bubble').waitFor()
    const edges = await Promise.all(['.is-theirs .bubble', '.is-ours .bubble', '.is-note > .group-bubbles'].map(edge))
    expect(new Set(edges).size).toBe(3)
    expect(edges.filter((one) => one.startsWith('none') || one.endsWith(' 0px 0px'))).toEqual([])
  })

  test('the series of the chart are told apart, in it and in its legend', async () => {
    const page = await open('/console/reports', forced)
    await page.locator('.chart canvas').waitFor()
    const [all, answered] = await Promise.all(
      ['.legend-chats', '.legend-answered'].map((name) =>
        page.locator(name).evaluate((node) => getComputedStyle(node, '::before').backgroundColor),
      ),
    )
    expect(all).not.toBe(answered)
    const drawn = await page.locator('.chart canvas').evaluate((node) => {
      const { width, height } = node as HTMLCanvasElement
      const { data } = (node as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] }
      const found = new Set<string>()
      for (let at = 0; at < data.length; at += 4)
        if (data[at + 3] === 255) found.add(`rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`)
      return [...found]
    })
    expect(drawn).toEqual(expect.arrayContaining([all, answered]))
  })
})

test('a toast lies over a dialog that was opened after it', async () => {
  const page = await open('/settings/widget')
  // What entered the top layer last lies over all that is in it.
  await page.addInitScript(() => {
    const entered: string[] = []
    Object.assign(window, { entered })
    const note = (of: object, name: string) => {
      const enter = Reflect.get(of, name)
      Reflect.set(of, name, function (this: HTMLElement, ...rest: unknown[]) {
        entered.push(this.className)
        return Reflect.apply(enter, this, rest)
      })
    }
    note(HTMLElement.prototype, 'showPopover')
    note(HTMLDialogElement.prototype, 'showModal')
  })
  await page.reload()
  await whole(page)
  await page.getByRole('button', { name: 'Copy the line' }).click()
  await page.locator('.toast').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  const entered = () => page.evaluate(() => (window as unknown as { entered: string[] }).entered)
  await expect.poll(async () => (await entered()).at(-1)).toMatch(/^toasts/)
  expect((await entered()).some((name) => name.startsWith('dialog'))).toBe(true)
  // There it hides none of the dialog's buttons.
  const box = await page.locator('.toast').boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(120)
})

test.each(['light', 'dark'] as const)(
  'on a slow line something is drawn before the script is there: %s',
  async (theme) => {
    for (const path of ['/console/inbox', '/settings/team']) {
      const page = await open('/console/inbox', { colorScheme: theme })
      await whole(page)
      const loud: string[] = []
      await page.route(/\/assets\/.*\.js$/, (route) => {
        loud.push(route.request().url())
      })
      await page.goto(site.front.url + path, { waitUntil: 'commit' })
      const starting = page.locator('.starting')
      await starting.getByText('Loading…').waitFor()
      const seen = await starting.evaluate((node) => {
        const { width, height } = node.querySelector('svg')?.getBoundingClientRect() ?? { width: 0, height: 0 }
        const root = getComputedStyle(document.documentElement)
        return { size: width * height, ground: root.backgroundColor, words: getComputedStyle(node).color }
      })
      expect(seen.size).toBeGreaterThan(0)
      const light = (colour: string) => Math.max(...(colour.match(/\d+/g) ?? []).slice(0, 3).map(Number))
      expect(light(seen.ground) > light(seen.words)).toBe(theme === 'light')
      expect(loud.length).toBeGreaterThan(0)
    }
  },
)

test('nothing moves in Team Members while it loads', async () => {
  const page = await open('/settings/team')
  await whole(page)
  await page.route('**/trpc/**', async (route) => {
    await new Promise((done) => setTimeout(done, /roles|departments/.test(route.request().url()) ? 600 : 200))
    await route.continue()
  })
  await page.addInitScript(() => {
    const moved: string[] = []
    Object.assign(window, { moved })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        sources?: { node?: Element | null }[]
      })[])
        moved.push(`${entry.value.toFixed(4)} ${entry.sources?.map(({ node }) => node?.className ?? '').join(', ')}`)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.reload()
  await page.getByRole('link', { name: 'Agent Tester' }).waitFor()
  await whole(page)
  expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([])
})

test('the dialogs of the team have no barriers', async () => {
  const page = await open('/settings/team')
  const seen: string[] = []
  const look = async (what: string) => {
    await page.locator('dialog[open]').waitFor()
    await whole(page)
    await expectNoBarriers(page, what, { part: 'dialog[open]' })
    seen.push(what)
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
  }
  await whole(page)
  await page.getByRole('button', { name: 'Invite' }).first().click()
  await look('invite')
  await page.locator('.role-button').first().click()
  await look('role')
  const menu = page.getByRole('button', { name: 'More for Agent Tester' })
  await menu.click()
  const items = await page.getByRole('menuitem').allInnerTexts()
  await page.keyboard.press('Escape')
  for (const item of items) {
    await menu.click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
    await page.waitForTimeout(150)
    if ((await page.locator('dialog[open]').count()) > 0) await look(item)
    else {
      await page.goto(`${site.front.url}/settings/team`)
      await whole(page)
    }
  }
  expect(seen.length).toBeGreaterThan(3)
})
