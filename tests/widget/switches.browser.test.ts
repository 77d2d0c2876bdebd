import { expect, test } from 'vitest'
import { bubbles, openPanel, openShadow, rolecall, until, write } from './driver.ts'
import { box, heard, launcher, record, setStage } from './stage.ts'

const stage = setStage()

test('nobody online: a form with name and address becomes a chat', async () => {
  stage.fake.config.online = false
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  await panel.getByText('We are away. Leave a message. You find our answer here.').waitFor()
  expect(await panel.locator('.composer').count()).toBe(0)
  await panel.getByRole('button', { name: 'Send' }).click()
  expect(stage.fake.talks).toEqual([])
  await panel.getByLabel('Name').fill('Maria Santos')
  await panel.getByLabel('Email').fill('maria@example.com')
  await panel.getByLabel('Message').fill('The invoice is wrong.\nPlease look.')
  await panel.getByRole('button', { name: 'Send' }).click()
  await panel.getByText('Thank you. You find our answer here.').waitFor()
  expect(stage.fake.talks[0]?.input).toMatchObject({
    name: 'Maria Santos',
    email: 'maria@example.com',
    account: stage.fake.account,
  })
  expect((await bubbles(panel)).slice(1)).toEqual(['You: The invoice is wrong.\nPlease look.'])
  stage.fake.reply('We looked.')
  await panel.getByText('We looked.').waitFor()
})

test('the form says when it did not get through, and sends the same message again', async () => {
  stage.fake.config.online = false
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  await panel.getByLabel('Name').fill('Maria')
  await panel.getByLabel('Email').fill('maria@example.com')
  await panel.getByLabel('Message').fill('Hello')
  stage.fake.state.refuse.set('offline', 'lose')
  await panel.getByRole('button', { name: 'Send' }).click()
  await panel.getByRole('alert').getByText('Not sent.').waitFor()
  stage.fake.state.refuse.clear()
  await panel.getByRole('button', { name: 'Send' }).click()
  await panel.getByText('Thank you.').waitFor()
  expect(stage.fake.talks).toHaveLength(1)
})

test('the team leaves while somebody writes: the form takes over with what was written', async () => {
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  // Switched after the panel asked; the visitor has no stream yet that would tell.
  await page.waitForTimeout(300)
  stage.fake.config.online = false
  await write(panel, 'Is anybody there?')
  await panel.getByText('We are away.').waitFor()
  expect(await panel.getByLabel('Message').inputValue()).toBe('Is anybody there?')
})

test('in a conversation the switch is live, both ways', async () => {
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
  stage.fake.switches(false)
  await panel.getByText('We are away. Write here').waitFor()
  await panel.locator('header').getByText('Away').waitFor()
  stage.fake.switches(true)
  await panel.getByText('We are away. Write here').waitFor({ state: 'hidden' })
  await panel.locator('header').getByText('Online').waitFor()
})

test('widget not shown: nothing is rendered, nothing is loaded, and the API says so', async () => {
  stage.fake.state.shown = false
  const { page, errors } = await stage.visit()
  await page.waitForTimeout(500)
  await record(page)
  await page.waitForTimeout(50)
  expect(await heard(page)).toEqual(['hidden'])
  expect(await rolecall(page, 'open')).toBe(false)
  const told = await page.evaluate(
    () =>
      new Promise((done) => (window as unknown as { Rolecall: (...args: unknown[]) => void }).Rolecall('open', done)),
  )
  expect(told).toBe(false)
  expect(await page.locator('rolecall-widget').count()).toBe(0)
  expect(page.frames()).toHaveLength(1)
  expect(stage.fake.requests.map(({ path }) => path.split('?')[0])).toEqual(['/widget.js', '/trpc/visitor.config'])
  expect(errors).toEqual([])
})

test('switched off while it is open, it goes; switched on, it comes back', async () => {
  const { page } = await stage.visit({ before: openShadow })
  const panel = await openPanel(page)
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
  await record(page)
  stage.fake.switches(true, false)
  await launcher(page).waitFor({ state: 'hidden' })
  expect(await box(page).isVisible()).toBe(false)
  expect(await rolecall(page, 'open')).toBe(false)
  await until(
    () => heard(page),
    (all) => all.includes('hidden'),
  )
  stage.fake.switches(true, true)
  await launcher(page).waitFor()
  expect(await rolecall(page, 'open')).toBe(true)
  await panel.getByText('Hello', { exact: true }).waitFor()
})

test('a first message that finds the widget switched off makes it go', async () => {
  const { page } = await stage.visit({ before: openShadow })
  const panel = await openPanel(page)
  await page.waitForTimeout(300)
  stage.fake.state.shown = false
  await write(panel, 'Hello')
  await launcher(page).waitFor({ state: 'hidden' })
})
