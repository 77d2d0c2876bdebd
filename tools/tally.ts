import { relative } from 'node:path'

/** What one part of `npm test` came to. */
export interface Outcome {
  name: string
  passed: number
  failed: number
  /** What failed, a line each: the end of a long output must say what to look at. */
  faults: string[]
  /** What passed, but not at the first try. */
  retried: string[]
  seconds: number
}

/** What Vitest's JSON report leaves of a run. A file that did not load has no test of its own to name. */
export interface Report {
  testResults: {
    name: string
    status: string
    message: string
    /** When its first test began and its last one ended, in ms. */
    startTime: number
    endTime: number
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

/** Two may be a busy machine. More hide something: a test that is not sure, or a fault that comes and goes. */
const retriesAllowed = 2

/** A check that is no test runner counts as one test. */
export const ofCheck = (code: number): Omit<Outcome, 'name' | 'seconds'> => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  faults: [],
  retried: [],
})

/** The kinds of test, told apart by the names of their files. */
export const kinds = {
  unit: /(?<!\.(db|browser))\.test\.\w+$/,
  database: /\.db\.test\.ts$/,
  browser: /\.browser\.test\.ts$/,
}

/** Of one run of tests of these kinds: its report, where it wrote one, and the runner's exit code; one outcome for each kind. */
export function ofTests(root: string, asked: (keyof typeof kinds)[], code: number, report: Report | null): Outcome[] {
  const outcomes = asked.map((kind) => {
    const files = (report?.testResults ?? []).filter(({ name }) => kinds[kind].test(name))
    const outcome = ofFiles(root, files)
    // A file that did not load, and an empty run, are failures too.
    const unsaid = outcome.failed === 0 && (outcome.faults.length > 0 || outcome.passed === 0)
    return { name: kind, ...outcome, ...(unsaid ? { failed: 1 } : {}) }
  })
  // So is a runner that failed without a failing test, such as by a leak.
  if (code === 0 || outcomes.some(({ failed }) => failed > 0)) return outcomes
  return [...outcomes, { name: 'the runner of the tests', ...ofCheck(code), seconds: 0 }]
}

function ofFiles(root: string, files: Report['testResults']): Omit<Outcome, 'name'> {
  const tests = files.flatMap(({ assertionResults }) => assertionResults)
  const count = (wanted: string) => tests.filter(({ status }) => status === wanted).length
  const faults = files.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [`${file}: ${firstLine(message)}`] : []
    return failed.map((test) => `${file}: ${test.fullName}: ${firstLine(test.failureMessages.join('\n'))}`)
  })
  // Whoever passed and has a failure to tell had it at an earlier try.
  const retried = files.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter((test) => test.status === 'passed' && test.failureMessages.length > 0)
      .map((test) => `${relative(root, name)}: ${test.fullName}: ${firstLine(test.failureMessages[0] ?? '')}`),
  )
  const times = files.flatMap(({ startTime, endTime }) => [startTime, endTime])
  const seconds = files.length === 0 ? 0 : (Math.max(...times) - Math.min(...times)) / 1000
  return { passed: count('passed'), failed: count('failed'), faults, retried, seconds }
}

/** The end of the output: a line for each part, what passed only when it was tried again, and the sum, which is the last. */
export function summary(outcomes: Outcome[]): { lines: string[]; ok: boolean } {
  const parts = outcomes.flatMap(({ name, passed, failed, faults, seconds }) => [
    `${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`,
    ...faults.map((fault) => `    ${fault}`),
  ])
  const retried = outcomes.flatMap((outcome) => outcome.retried)
  const tooMany = retried.length > retriesAllowed
  const again = tooMany ? `✗ more than ${retriesAllowed} passed only at a second try` : 'passed only at a second try'
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0) + (tooMany ? 1 : 0)
  return {
    lines: [...parts, ...retried.map((test) => `${again}: ${test}`), `${passed} passed, ${failed} failed`],
    ok: failed === 0 && passed > 0,
  }
}

const firstLine = (text: string) => text.trim().split('\n', 1)[0] ?? ''
