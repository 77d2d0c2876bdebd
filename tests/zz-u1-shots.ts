import { openBrowser } from './browser.ts'

const url = 'http://127.0.0.1:4811'
const browser = await openBrowser()
const only = process.argv[2]
const who = process.argv[3] ?? 'Administrator'
for (const [theme, size, viewport] of [
  ['light', 'wide', { width: 1440, height: 900 }],
  ['dark', 'wide', { width: 1440, height: 900 }],
  ['light', 'phone', { width: 390, height: 844 }],
  ['dark', 'phone', { width: 390, height: 844 }],
] as const) {
  const name = `${theme}-${size}`
  if (only && only !== 'all' && only !== name) continue
  const context = await browser.newContext({
    viewport,
    colorScheme: theme,
    locale: 'en-GB',
    hasTouch: size === 'phone',
  })
  const page = await context.newPage()
  page.on('console', (m) => m.type() === 'error' && console.log(m.text()))
  page.on('pageerror', (e) => console.log(String(e)))
  await page.goto(`${url}/demo/`)
  await page.getByRole('button', { name: `Sign in as ${who}` }).click()
  await page.waitForURL(/\/console\//)
  const shot = async (what: string, full = false) => {
    await page.waitForTimeout(600)
    await page.screenshot({ path: `/tmp/u1/${what}-${name}.png`, animations: 'disabled' })
    if (full) {
      const h = await page.evaluate(() => document.querySelector('.sheet')!.scrollHeight + 100)
      await page.setViewportSize({ width: viewport.width, height: Math.max(h, viewport.height) })
      await page.waitForTimeout(200)
      await page.screenshot({ path: `/tmp/u1/${what}-full-${name}.png`, animations: 'disabled' })
      await page.setViewportSize(viewport)
    }
  }
  await page.goto(`${url}/settings/roles`)
  await page.locator('.table').first().waitFor()
  await shot('list')
  await page.locator('.table-link', { hasText: 'Supervisor' }).click()
  await page.locator('.role-card').first().waitFor()
  await shot('default', true)
  await page.goto(`${url}/settings/roles`)
  await page.locator('.roles-group').nth(1).locator('.table-link').first().click()
  await page.locator('.role-card').first().waitFor()
  await shot('role', true)
  await page.locator('.role-card[data-section="inbox"] .role-card-open').click()
  await page.locator('.side-panel').waitFor()
  await page.getByRole('checkbox', { name: 'See chats' }).first().click()
  await shot('panel')
  await page.keyboard.press('Escape')
  await shot('changed')
  await page.getByRole('button', { name: 'Review', exact: true }).click()
  await shot('review')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('button', { name: 'More for this role' }).click()
  await shot('menu')
  await page.getByRole('menuitem', { name: 'Versions' }).click()
  await shot('versions')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'More for this role' }).click()
  await page.getByRole('menuitem', { name: 'Delete role' }).click()
  await page.locator('dialog select').selectOption({ index: 4 })
  await shot('delete')
  await page.goto(`${url}/settings/roles/new`)
  await page.locator('.role-card').first().waitFor()
  await shot('new', true)
  await context.close()
}
await browser.close()
