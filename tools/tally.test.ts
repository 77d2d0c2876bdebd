import { expect, test } from 'vitest'
import { kinds, ofCheck, ofTests, type Report, summary } from './tally.ts'

type Test = Report['testResults'][number]['assertionResults'][number]
const fine: Test = { status: 'passed', fullName: 'is fine', failureMessages: [] }
const broken: Test = { status: 'failed', fullName: 'breaks', failureMessages: ['Error: one\n  at two', 'Error: three'] }
const again = (n: number): Test => ({
  status: 'passed',
  fullName: `wavers ${n}`,
  failureMessages: ['Error: late\n at'],
})

function report(...tests: Test[]): Report {
  return { testResults: [file('a.test.ts', tests)] }
}
function file(name: string, tests: Test[]): Report['testResults'][number] {
  const status = tests.some((one) => one.status === 'failed') ? 'failed' : 'passed'
  const times = { startTime: 1000, endTime: 62_250 }
  return { name: `/house/tests/${name}`, status, message: '', ...times, assertionResults: tests }
}
const end = (code: number, found: Report | null) =>
  summary([{ name: 'lint', ...ofCheck(0), seconds: 2 }, ...ofTests('/house', ['unit'], code, found)])

test('the parts with their seconds, and the sum in the last line', () => {
  expect(end(0, report(fine, fine))).toEqual({
    lines: ['✓ lint: 1 passed, 0 failed (2.0 s)', '✓ unit: 2 passed, 0 failed (61.3 s)', '3 passed, 0 failed'],
    ok: true,
  })
})

test('a check that fails is one failure', () => {
  const { lines, ok } = summary([{ name: 'types', ...ofCheck(2), seconds: 1 }])
  expect([lines.at(-1), ok]).toEqual(['0 passed, 1 failed', false])
})

test('what failed is named, with the first line of why', () => {
  const { lines, ok } = end(1, report(fine, broken))
  expect(lines.slice(-2)).toEqual(['    tests/a.test.ts: breaks: Error: one', '2 passed, 1 failed'])
  expect(ok).toBe(false)
})

test('two that passed only at a second try are named before the last line, and pass', () => {
  const { lines, ok } = end(0, report(fine, again(1), again(2)))
  expect(lines.slice(-3)).toEqual([
    'passed only at a second try: tests/a.test.ts: wavers 1: Error: late',
    'passed only at a second try: tests/a.test.ts: wavers 2: Error: late',
    '4 passed, 0 failed',
  ])
  expect(ok).toBe(true)
})

test('three of them fail the run, also where they are of different kinds', () => {
  const files = [file('a.test.ts', [fine, again(1), again(2)]), file('b.db.test.ts', [again(3)])]
  const { lines, ok } = summary(ofTests('/house', ['unit', 'database'], 0, { testResults: files }))
  expect(lines.slice(-4)).toEqual([
    ...['a.test.ts: wavers 1', 'a.test.ts: wavers 2', 'b.db.test.ts: wavers 3'].map(
      (what) => `✗ more than 2 passed only at a second try: tests/${what}: Error: late`,
    ),
    '4 passed, 1 failed',
  ])
  expect(ok).toBe(false)
})

test('a file that does not load is a failure, and is named', () => {
  const unread = { ...file('b.test.ts', []), status: 'failed', message: 'SyntaxError: x\n at' }
  const { lines, ok } = end(1, { testResults: [...report(fine).testResults, unread] })
  expect(lines.slice(-2)).toEqual(['    tests/b.test.ts: SyntaxError: x', '2 passed, 1 failed'])
  expect(ok).toBe(false)
})

test.each([
  ['no test ran', 0, report()],
  ['the runner wrote no report', 0, null],
  ['the runner failed with no test that did', 1, report(fine)],
])('%s: a failure', (_, code, found) => {
  expect(end(code, found).lines.at(-1)).toMatch(/^\d passed, 1 failed$/)
  expect(end(code, found).ok).toBe(false)
})

test('nothing at all is no success', () => {
  expect(summary([])).toEqual({ lines: ['0 passed, 0 failed'], ok: false })
})

test.each([
  ['packages/a/src/b.test.tsx', 'unit'],
  ['tests/matrix/line.db.test.ts', 'database'],
  ['tests/widget/page.browser.test.ts', 'browser'],
])('%s is of the kind %s and of no other', (name, kind) => {
  expect(Object.keys(kinds).filter((one) => kinds[one as keyof typeof kinds].test(name))).toEqual([kind])
})

test('each kind has its own line, and one of which nothing ran is a failure', () => {
  const found = { testResults: [file('a.test.ts', [fine]), file('b.db.test.ts', [fine, fine])] }
  expect(summary(ofTests('/house', ['unit', 'database', 'browser'], 0, found)).lines).toEqual([
    '✓ unit: 1 passed, 0 failed (61.3 s)',
    '✓ database: 2 passed, 0 failed (61.3 s)',
    '✗ browser: 0 passed, 1 failed (0.0 s)',
    '3 passed, 1 failed',
  ])
})
