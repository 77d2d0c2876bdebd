import { expect, test } from 'vitest'
import { reach, weigh } from './budget.ts'

const chunk = (fileName: string, size: number, more = {}) => ({
  type: 'chunk',
  fileName,
  code: noise(size),
  moduleIds: [`/apps/a/src/${fileName}`],
  ...more,
})
/** Hardly gets smaller: about as many bytes as characters. */
function noise(bytes: number): string {
  let seed = 1
  return Array.from({ length: bytes }, () => {
    seed = (seed * 48_271) % 2_147_483_647
    return String.fromCharCode(33 + (seed % 90))
  }).join('')
}
const page = (name: string) => ({ isDynamicEntry: true, facadeModuleId: `/apps/a/src/${name}` })
const bundle = (more: Record<string, ReturnType<typeof chunk>> = {}) => ({
  'main.js': chunk('main.js', 2_000, { isEntry: true, facadeModuleId: '/apps/a/index.html' }),
  'start.js': chunk('start.js', 1_000, page('start.tsx')),
  ...more,
})
const limits = { app: 'a', firstLoad: 4_000, landing: 'src/start.tsx', page: 1_500 }
const wrong = (more = {}, pages: string[] = [], change = {}) =>
  weigh(bundle(more), pages, { ...limits, ...change }).wrong

test('each chunk that is loaded at once counts once, lazy ones do not', () => {
  const graph = { a: { imports: ['b', 'c'] }, b: { imports: ['c'] }, c: {}, lazy: {} }
  expect(reach(['a'], graph).toSorted()).toEqual(['a', 'b', 'c'])
})

test('the first load is the entry and the page where one lands; too much of it is said with how much', () => {
  expect(wrong()).toEqual([])
  expect(wrong({}, [], { firstLoad: 2_000 })).toEqual([
    expect.stringMatching(/^first load of a is \d+ B over its 2000\.$/),
  ])
})

test('a page that is gone cannot make the sum look small', () => {
  expect(wrong({}, [], { landing: 'src/other.tsx' })).toContainEqual(expect.stringContaining('No chunk starts at'))
})

test('each further page pays for what it adds, libraries apart', () => {
  const more = (size: number) => ({
    'page.js': chunk('page.js', size, { ...page('page.tsx'), imports: ['main.js', 'shared.js', 'lib.js'] }),
    'shared.js': chunk('shared.js', 800),
    'lib.js': chunk('lib.js', 90_000, { moduleIds: ['/node_modules/lib/index.js'] }),
  })
  expect(wrong(more(500))).toEqual([])
  expect(wrong(more(1_500))).toEqual([expect.stringMatching(/^apps\/a\/src\/page\.tsx of a is \d+ B over its 1500\.$/)])
})

test('a page that something imports at once is no chunk of its own', () => {
  expect(wrong({}, ['/apps/a/src/start.tsx'])).toEqual([])
  expect(wrong({}, ['/apps/a/src/late.tsx'])).toEqual([expect.stringContaining('late.tsx is no chunk of its own')])
})
