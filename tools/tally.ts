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
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    message: string
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

/** Of a run of tests: its report, where it wrote one, and the runner's exit code. */
export function ofTests(root: string, code: number, report: Report | null): Omit<Outcome, 'name' | 'seconds'> {
  const files = report?.testResults ?? []
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
  const [passed, failed] = [report?.numPassedTests ?? 0, report?.numFailedTests ?? 0]
  // A runner that failed without a failing test (a file that does not load, a leak) is a failure too, and so is an empty run.
  const unsaid = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: unsaid ? 1 : failed, faults, retried }
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
