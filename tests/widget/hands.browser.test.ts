import { expect, test } from 'vitest'
import { expectNoBarriers } from '../axe.ts'
import { bubbles, openPanel, openShadow, panelOf, ready, rolecall, until, write } from './driver.ts'
import { box, launcher, setStage } from './stage.ts'

const stage = setStage()

test('by keyboard alone: open, write two lines, send, leave; the focus goes along', async () => {
  const { page } = await stage.visit({ before: openShadow, body: '<a href="#x">A link</a>' })
  await ready(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className)
  expect(await focused()).toBe('launcher')
  expect(await launcher(page).getAttribute('aria-expanded')).toBe('false')
  await page.keyboard.press('Enter')
  const panel = await panelOf(page)
  await until(
    () => panel.evaluate(() => document.activeElement?.tagName),
    (tag) => tag === 'TEXTAREA',
  )
  expect(await launcher(page).getAttribute('aria-expanded')).toBe('true')
  await page.keyboard.type('One')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('Two')
  expect(await bubbles(panel)).toHaveLength(1)
  await page.keyboard.press('Enter')
  expect((await bubbles(panel))[1]).toBe('You: One\nTwo')
  await page.keyboard.type('And three')
  await page.keyboard.press('Escape')
  await until(focused, (name) => name === 'launcher')
  await box(page).waitFor({ state: 'hidden' })
  await page.keyboard.press('Enter')
  await until(
    () => panel.locator('textarea').inputValue(),
    (text) => text === 'And three',
  )
})

test('Enter that ends the choice of a character does not send', async () => {
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  await panel.locator('textarea').fill('にほん')
  await panel.locator('textarea').dispatchEvent('keydown', { key: 'Enter', isComposing: true })
  expect(await bubbles(panel)).toHaveLength(1)
  await panel.locator('textarea').dispatchEvent('keydown', { key: 'Enter' })
  expect(await bubbles(panel)).toHaveLength(2)
})

test('no barrier that axe knows of', async () => {
  stage.fake.config.color = '#7a5cff'
  const { page } = await stage.visit({ before: openShadow, browser: { reducedMotion: 'reduce' } })
  const check = (what: string) => expectNoBarriers(page, what, { frames: true })
  await ready(page)
  await check('closed')
  const panel = await openPanel(page)
  await check('fresh')
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
  stage.fake.reply('Hi! See https://example.com')
  await panel.getByText('Hi!').waitFor()
  stage.fake.state.refuse.set('say', 'TOO_MANY')
  await write(panel, 'More')
  await panel.getByText('Not sent.').waitFor()
  stage.fake.event({ type: 'closed' })
  await panel.getByText('This chat was closed.').waitFor()
  await check('a conversation with a failed message')
  stage.fake.deleteChats()
  stage.fake.switches(false)
  await panel.getByText('That chat no longer exists.').waitFor()
  await rolecall(page, 'close')
  await rolecall(page, 'open')
  await panel.getByLabel('Email').waitFor()
  await check('the offline form')
})

test('what comes is announced', async () => {
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  // A log announces politely by its role.
  expect(await panel.getByRole('log', { name: 'Chat' }).count()).toBe(1)
  expect(await panel.getByRole('status').count()).toBe(1)
  expect(await panel.evaluate(() => document.documentElement.lang)).toBe('en')
})

test('dark where the visitor wants it dark, and the account colour stays', async () => {
  stage.fake.config.color = '#ffd400'
  const looks = async (colorScheme: 'light' | 'dark') => {
    const { page } = await stage.visit({ browser: { colorScheme } })
    return (await openPanel(page)).evaluate(() => {
      const of = (element: Element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color]
      return { page: of(document.documentElement), header: of(document.querySelector('header') as Element) }
    })
  }
  expect(await looks('light')).toEqual({
    page: ['rgb(255, 255, 255)', 'rgb(22, 24, 29)'],
    header: ['rgb(255, 212, 0)', 'rgb(0, 0, 0)'],
  })
  expect(await looks('dark')).toEqual({
    page: ['rgb(22, 24, 29)', 'rgb(236, 238, 242)'],
    header: ['rgb(255, 212, 0)', 'rgb(0, 0, 0)'],
  })
})

test('in Arabic everything is mirrored and speaks Arabic, in one more small file', async () => {
  const { page } = await stage.visit({ before: openShadow, language: 'ar' })
  const panel = await openPanel(page)
  expect((await launcher(page).boundingBox())?.x).toBe(20)
  expect((await box(page).boundingBox())?.x).toBe(20)
  expect(await launcher(page).getAttribute('aria-label')).toBe('الدردشة')
  expect(await panel.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual([
    'rtl',
    'ar',
  ])
  await write(panel, 'مرحبا')
  await panel.getByText('أُرسلت').waitFor()
  const mine = await panel.locator('.mine .bubble').boundingBox()
  const theirs = await panel.locator('.block:not(.mine) .bubble').boundingBox()
  expect(mine?.x).toBeLessThan(theirs?.x as number)
  expect(stage.fake.requests.filter(({ path }) => /assets\/[a-z]{2}-/.test(path))).toHaveLength(1)
})

test('on a phone it fills the screen, above the keyboard, and can be left', async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const { page } = await stage.visit({ before: openShadow, browser: phone })
  const panel = await openPanel(page)
  await page.waitForTimeout(300)
  expect(await box(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
  expect(await launcher(page).isVisible()).toBe(false)
  // No keyboard before anybody wants to write.
  expect(await panel.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  for (const name of ['Close chat', 'Send']) {
    const target = await panel.getByRole('button', { name }).boundingBox()
    expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(44)
  }
  await panel.getByRole('button', { name: 'Close chat' }).click()
  await launcher(page).waitFor()
  await box(page).waitFor({ state: 'hidden' })
})
