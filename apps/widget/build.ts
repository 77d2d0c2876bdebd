import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, type InlineConfig } from 'vite'
import { askedByClosed } from './closed.ts'

// dist/widget.js, dist/panel.html and dist/assets/*, each also as .gz and .br. Fails when a visitor would load too much.

// Also when tests build it.
process.env['NODE_ENV'] = 'production'

const here = dirname(fileURLToPath(import.meta.url))
/** Built beside what a running server may be serving, and put in its place when it is whole. */
const out = join(here, 'node_modules', '.cache', `dist-${process.pid}`)
const place = join(here, 'dist')
/** Browsers that visitors of any site still use. */
const target = ['es2022', 'chrome111', 'firefox119', 'safari16.4']

/** The style sheets use nothing that these do not know: leave them as they are written. */
const cssTarget = ['chrome123', 'firefox120', 'safari17.5']

/** V8 compiles all of the panel beside the main thread while it loads, not bit by bit when it is first drawn. */
const hint = '//# allFunctionsCalledOnLoad'

const compile = (entry: string, lib: { name?: string; format: 'iife' | 'es' }, output: object): InlineConfig => ({
  root: here,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    target,
    cssTarget,
    outDir: out,
    emptyOutDir: false,
    lib: { entry, formats: [lib.format], ...(lib.name ? { name: lib.name } : {}) },
    rolldownOptions: {
      // What is loaded later uses what the panel has already: the panel stays one file.
      preserveEntrySignatures: 'allow-extension',
      output: { minify: true, comments: false, ...output },
    },
  },
})

try {
  await build(compile('src/loader/main.ts', { name: 'rolecall', format: 'iife' }, { entryFileNames: 'widget.js' }))
  await build(
    compile(
      'src/panel/main.tsx',
      { format: 'es' },
      {
        entryFileNames: 'assets/panel-[hash].js',
        postBanner: ({ isEntry }: { isEntry: boolean }) => (isEntry ? hint : ''),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/panel-[hash][extname]',
      },
    ),
  )
  await page()
  await report()
  await rm(place, { recursive: true, force: true })
  await rename(out, place)
} finally {
  await rm(out, { recursive: true, force: true })
}

/** The panel's page: no script and no style of its own, so the strictest content security policy suits it. */
async function page(): Promise<void> {
  const assets = await readdir(join(out, 'assets'))
  let html = await readFile(join(here, 'panel.html'), 'utf8')
  for (const ending of ['js', 'css']) {
    const name = assets.find((asset) => asset.startsWith('panel-') && asset.endsWith(`.${ending}`))
    if (!name) throw new Error(`The panel was built without its .${ending} file.`)
    html = html.replace(`panel.${ending}`, `assets/${name}`)
  }
  await writeFile(join(out, 'panel.html'), html)
}

async function report(): Promise<void> {
  const names = (await readdir(out, { recursive: true })).filter((name) => /\.(js|css|html)$/.test(name)).toSorted()
  const sizes = new Map<string, number>()
  for (const name of names) {
    const bytes = await readFile(join(out, name))
    const small = gzipSync(bytes, { level: 9 })
    await writeFile(join(out, `${name}.gz`), small)
    await writeFile(
      join(out, `${name}.br`),
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    )
    sizes.set(name, small.length)
    console.log(`${name.padEnd(28)} ${String(bytes.length).padStart(7)} B  ${String(small.length).padStart(6)} B gzip`)
  }
  const sum = (some: readonly string[]) => some.reduce((total, name) => total + (sizes.get(name) ?? 0), 0)
  // One visitor reads one language: the heaviest counts.
  const languages = names.filter((name) => /^assets\/[a-z]{2}-/.test(name))
  const heaviest = languages.toSorted((a, b) => sum([b]) - sum([a])).slice(0, 1)
  const atOnce = names.filter((name) => /^(widget\.js|panel\.html|assets\/panel-.*)$/.test(name))
  for (const name of atOnce) {
    const [more] = /\bfrom\s*["'][^"']+/.exec(await readFile(join(out, name), 'utf8')) ?? []
    if (more) throw new Error(`${name} is in more than one file: it imports ${more}.`)
  }
  const { requests, answer } = await askedByClosed(await readFile(join(out, 'widget.js'), 'utf8'))
  const [script, settings, ...more] = requests.map((address) => new URL(address, 'https://shop.example').pathname)
  if (script !== '/widget.js' || settings !== '/trpc/visitor.config' || more.length > 0)
    throw new Error(`A closed widget asks for widget.js and its settings, and nothing else: ${requests.join(', ')}.`)
  const closed = sum(['widget.js']) + gzipSync(answer).length
  const later = names.filter((name) => !atOnce.includes(name) && !languages.includes(name))
  const budgets = [
    { what: 'the loader', bytes: sum(['widget.js']), limit: 3 * 1024 },
    { what: `all that a closed widget loads, in ${requests.length} requests`, bytes: closed, limit: 12 * 1024 },
    { what: 'all that a visitor loads to chat', bytes: sum([...atOnce, ...heaviest]), limit: 18 * 1024 },
    { what: 'all that comes when it is first needed', bytes: sum(later), limit: 7 * 1024 },
  ]
  for (const { what, bytes, limit } of budgets) {
    console.log(`${String(bytes).padStart(7)} of ${limit} B gzip  widget: ${what}`)
    if (bytes > limit) {
      console.error(`Too much: ${what} is ${bytes - limit} B over its budget.`)
      process.exitCode = 1
    }
  }
}
