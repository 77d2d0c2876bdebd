import { expect, test } from 'vitest'
import { ofCheck, ofTests, type Report, summary } from './tally.ts'

type Test = Report['testResults'][number]['assertionResults'][number]
const fine: Test = { status: 'passed', fullName: 'is fine', failureMessages: [] }
const broken: Test = { status: 'failed', fullName: 'breaks', failureMessages: ['Error: one\n  at two', 'Error: three'] }
const again = (n: number): Test => ({
  status: 'passed',
  fullName: `wavers ${n}`,
  failureMessages: ['Error: late\n at'],
})

function report(...tests: Test[]): Report {
  const count = (status: string) => tests.filter((one) => one.status === status).length
  const status = count('failed') > 0 ? 'failed' : 'passed'
  return {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    testResults: [{ name: '/house/tests/a.test.ts', status, message: '', assertionResults: tests }],
  }
}
const end = (code: number, found: Report | null) =>
  summary([
    { name: 'lint', ...ofCheck(0), seconds: 2 },
    { name: 'unit', ...ofTests('/house', code, found), seconds: 61.25 },
  ])

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

test('three of them fail the run, also where they are of different parts', () => {
  const parts = [report(fine, again(1), again(2)), report(again(3))]
  const { lines, ok } = summary(parts.map((one) => ({ name: 'x', ...ofTests('/house', 0, one), seconds: 1 })))
  expect(lines.slice(-4)).toEqual([
    ...[1, 2, 3].map((n) => `✗ more than 2 passed only at a second try: tests/a.test.ts: wavers ${n}: Error: late`),
    '4 passed, 1 failed',
  ])
  expect(ok).toBe(false)
})

test('a file that does not load is a failure, and is named', () => {
  const [file] = report().testResults
  const found = { ...report(fine), testResults: [{ ...file!, status: 'failed', message: 'SyntaxError: x\n at' }] }
  const { lines, ok } = end(1, found)
  expect(lines.slice(-2)).toEqual(['    tests/a.test.ts: SyntaxError: x', '2 passed, 1 failed'])
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
