import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, test } from 'vitest'

const limit = 2 * 1024

/** Bundles one line of code for a browser, as vite does for the apps, and gives the text. */
async function bundled(code: string): Promise<string> {
  const entry = 'virtual:question'
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, rolldownOptions: { input: entry, output: { format: 'es' } } },
    plugins: [
      {
        name: 'question',
        resolveId: (id) => (id === entry ? `\0${id}` : id === '@rolecall/permissions' ? face : null),
        load: (id) => (id === `\0${entry}` ? code : null),
      },
    ],
  })
  const [first] = [result].flat()
  if (first === undefined || !('output' in first)) throw new Error('vite built nothing')
  return first.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('')
}

const face = new URL('./index.ts', import.meta.url).pathname
const gzipped = (text: string) => gzipSync(text, { level: 9 }).length

test('a browser that asks one question loads at most 2 kB, and no label', async () => {
  const question = await bundled(
    `import { can, grantsOf } from '@rolecall/permissions'
     globalThis.may = can(grantsOf(globalThis.granted), 'inbox.delete')`,
  )
  console.log(`one question: ${gzipped(question)} B gzip`)
  expect(question).toContain('inbox.delete')
  expect(question).not.toContain('Delete chats for good')
  expect(question).not.toContain('Supervisor')
  expect(gzipped(question)).toBeLessThanOrEqual(limit)
})

test('whoever asks for the labels gets them: the bundle above was not empty by mistake', async () => {
  const editor = await bundled(
    `import { catalogue } from '@rolecall/permissions'
     globalThis.sections = catalogue.sections`,
  )
  expect(editor).toContain('Delete chats for good')
  expect(gzipped(editor)).toBeGreaterThan(limit)
})
