import { expect, test } from 'vitest'
import { budget, reach } from './budget.ts'

const chunk = (fileName: string, code: string, imports: string[] = [], more = {}) => ({
  type: 'chunk',
  fileName,
  code,
  imports,
  ...more,
})
const noise = (bytes: number) =>
  Array.from({ length: bytes }, (_, i) => String.fromCharCode(33 + ((i * i * 31 + i * 7) % 90))).join('')

test('each chunk that is loaded at once counts once, lazy ones do not', () => {
  const bundle = { a: { imports: ['b', 'c'] }, b: { imports: ['c'] }, c: {}, lazy: {} }
  expect(reach(['a'], bundle).toSorted()).toEqual(['a', 'b', 'c'])
})

test('the build fails over budget', () => {
  const bundle = { 'a.js': chunk('a.js', noise(9000), [], { isEntry: true, facadeModuleId: '/index.html' }) }
  expect(() => budget({ app: 'a', firstLoad: 10, opened: [] }).generateBundle({}, bundle)).toThrow(/over 10/)
  expect(() => budget({ app: 'a', firstLoad: 100_000, opened: [] }).generateBundle({}, bundle)).not.toThrow()
})

test('a page that is gone cannot make the sum look small', () => {
  const bundle = { 'a.js': chunk('a.js', '1', [], { isEntry: true, facadeModuleId: '/index.html' }) }
  expect(() =>
    budget({ app: 'a', firstLoad: 100, opened: ['src/inbox/inbox.tsx'] }).generateBundle({}, bundle),
  ).toThrow(/no chunk starts at/)
})
