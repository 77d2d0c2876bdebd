import { openBrowser } from './browser.ts'

const url = 'http://127.0.0.1:4811'
const browser = await openBrowser()
for (const [theme, viewport] of [
  ['light', { width: 1440, height: 900 }],
  ['dark', { width: 390, height: 844 }],
] as const) {
  const open = async (who: string) => {
    const context = await browser.newContext({ viewport, colorScheme: theme, locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto(`${url}/demo/`)
    await page.getByRole('button', { name: `Sign in as ${who}` }).click()
    await page.waitForURL(/\/console\//)
    return page
  }
  const [a, s] = await Promise.all([open('Administrator'), open('Supervisor')])
  for (const p of [a, s]) {
    await p.goto(`${url}/settings/roles`)
    await p.locator('.roles-group').nth(1).locator('.table-link', { hasText: 'Night' }).click()
    await p.locator('.role-card').first().waitFor()
  }
  await a.locator('input[name=name]').fill('Night crew')
  await a.locator('.role-card[data-section=reports] [role=switch]').click()
  await a.locator('.role-card[data-section=contacts] .role-card-open').click()
  await a.locator('input[name="contacts.view"]').click()
  await a.waitForTimeout(700)
  await a.screenshot({ path: `/tmp/u1/along-${theme}.png` })
  await a.keyboard.press('Escape')
  await s.locator('input[name=name]').fill('Night team ' + theme)
  await s.locator('.role-card[data-section=chatbot] [role=switch]').click()
  await s.getByRole('button', { name: 'Save', exact: true }).click()
  await a.getByRole('button', { name: 'Merge' }).waitFor()
  await a.waitForTimeout(900)
  await a.screenshot({ path: `/tmp/u1/outdated-${theme}.png` })
  await a.getByRole('button', { name: 'Merge' }).click()
  await a.waitForTimeout(900)
  await a.screenshot({ path: `/tmp/u1/merge-${theme}.png` })
  await a.getByRole('button', { name: 'Go on editing' }).click()
  await a.getByRole('button', { name: 'Discard' }).click()
  await s.getByRole('button', { name: 'More for this role' }).click()
  await s.getByRole('menuitem', { name: 'Versions' }).click()
  await s.getByRole('button', { name: 'Roll back to this' }).last().click()
  await s.waitForTimeout(900)
  await s.screenshot({ path: `/tmp/u1/rollback-${theme}.png` })
  await s.keyboard.press('Escape')
  await s.locator('.role-card[data-section=billing] .role-card-open').click()
  await s.waitForTimeout(700)
  await s.screenshot({ path: `/tmp/u1/beyond-${theme}.png` })
  await a.evaluate(async () => {
    await fetch('/trpc/billing.changePlan', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"plan":"pro"}',
    })
  })
  await s.goto(`${url}/settings/roles`)
  await s.locator('.table').first().waitFor()
  await s.waitForTimeout(500)
  await s.screenshot({ path: `/tmp/u1/pro-${theme}.png` })
  await a.evaluate(async () => {
    await fetch('/trpc/billing.changePlan', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"plan":"unlimited"}',
    })
  })
}
await browser.close()
