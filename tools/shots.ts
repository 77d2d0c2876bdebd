// `npm run shots`: starts the demo on an empty folder and takes a picture of every page, in both themes and two widths:
// the README's into docs/pictures, the rest into test-results/pictures, which git ignores.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pagesOf } from '../packages/ui/vite/pages.ts'
import { openBrowser, screenshot } from '../tests/browser.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
/** Of the settings; what stands below one with a name of its own (a member, a role) is opened from its page. */
const addresses = (await pagesOf('settings'))
  .flatMap((page) => [page, ...(page.within ?? [])])
  .flatMap(({ path, params }) => (params ? [] : [path.slice('/settings/'.length)]))
const kept = ['inbox-open-light-wide', 'inbox-open-dark-wide']
const port = process.env['PORT'] ?? '4199'
const url = `http://127.0.0.1:${port}`
const data = await mkdtemp(join(tmpdir(), 'rolecall-shots-'))

const server = spawn(process.execPath, [join(root, 'apps/server/src/main.ts'), '--demo'], {
  env: { ...process.env, PORT: port, ROLECALL_DATA: data, DATABASE_URL: '' },
  stdio: ['ignore', 'ignore', 'inherit'],
})
const browser = await openBrowser()
try {
  await ready()
  for (const theme of ['light', 'dark'] as const) {
    for (const [size, viewport] of Object.entries({
      wide: { width: 1440, height: 900 },
      phone: { width: 390, height: 844 },
    })) {
      const context = await browser.newContext({ viewport, colorScheme: theme, deviceScaleFactor: 2, locale: 'en-GB' })
      const page = await context.newPage()
      await page.goto(`${url}/demo/`)
      await shot('demo')
      await page.getByRole('button', { name: 'Sign in as Supervisor' }).click()
      await page.waitForURL(/\/console\//)
      for (const name of (await pagesOf('console')).map(({ path }) => path.slice('/console/'.length))) {
        await page.goto(`${url}/console/${name}`)
        await settle()
        await shot(name)
        if (name === 'reports') continue
        await page
          .getByRole('link', { name: /Maria Santos/ })
          .first()
          .click()
        await settle()
        await shot(`${name}-open`)
      }
      await page.goto(`${url}/demo/`)
      await page.getByRole('button', { name: 'Sign in as Administrator' }).click()
      await page.waitForURL(/\/console\//)
      for (const name of ['', ...addresses, 'roles/new']) {
        await page.goto(`${url}/settings/${name}`)
        await settle()
        await shot(['settings', ...name.split('/')].filter(Boolean).join('-'))
        const opened = { team: 'Bartek Zielinski', roles: 'Night shift' }[name]
        if (!opened) continue
        await page.getByRole('link', { name: opened }).first().click()
        await settle()
        await shot(`settings-${name}-open`)
      }
      if (size === 'wide') {
        await page.goto(`${url}/demo/split`)
        await settle()
        await shot('split')
      }
      async function settle() {
        await page.waitForLoadState('networkidle', { timeout: 2000 }).catch(() => {})
        await page.waitForTimeout(700)
      }
      await context.close()

      async function shot(name: string) {
        const file = `${name}-${theme}-${size}`
        const folder = kept.includes(file) ? 'docs/pictures' : 'test-results/pictures'
        console.log(await screenshot(page, file, join(root, folder)))
      }
    }
  }
} finally {
  await browser.close()
  server.kill('SIGTERM')
  await new Promise((resolve) => server.on('exit', resolve))
  await rm(data, { recursive: true, force: true })
}

async function ready() {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`The demo did not come up on ${url}`)
}
