// `npm test`: every check of the house, one after the other, and one line at the end that adds them up.
// A check that is not a test runner (format, lint, types, floors, build) counts as one test.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

interface Outcome {
  name: string
  passed: number
  failed: number
  /** What failed, a line each: the end of a long output must say what to look at. */
  faults: string[]
  seconds: number
}

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const reports = mkdtempSync(join(tmpdir(), 'rolecall-test-'))

/** Runs a program from the checkout with no stdin; resolves to its exit code, never rejects. */
function run(file: string, args: string[]): Promise<number> {
  const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${file}: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

async function check(name: string, file: string, args: string[]): Promise<Omit<Outcome, 'seconds'>> {
  const code = await run(file, args)
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, faults: [] }
}

async function tests(project: string): Promise<Omit<Outcome, 'seconds'>> {
  const report = join(reports, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run('vitest', ['run', '--project', project, ...reporters])
  const { passed, failed, faults } = readReport(report)
  // A runner that failed without a failing test (a file that does not load, a leak) is a failure too, and so is an empty run.
  const unsaid = failed === 0 && (code !== 0 || passed === 0)
  return { name: `${project} tests`, passed, failed: unsaid ? 1 : failed, faults }
}

/** What Vitest's JSON report leaves of a run. A file that did not load has no test of its own to name. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

function readReport(path: string): Pick<Outcome, 'passed' | 'failed' | 'faults'> {
  let report: Report
  try {
    report = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return { passed: 0, failed: 0, faults: [] }
  }
  const faults = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [`${file}: ${firstLine(message)}`] : []
    return failed.map((test) => `${file}: ${test.fullName}: ${firstLine(test.failureMessages.join('\n'))}`)
  })
  return { passed: report.numPassedTests, failed: report.numFailedTests, faults }
}

const firstLine = (text: string) => text.trim().split('\n', 1)[0] ?? ''

const steps: Record<string, () => Promise<Omit<Outcome, 'seconds'>>> = {
  format: () => check('format', 'biome', ['check', '.']),
  lint: () => check('lint', 'oxlint', ['--type-aware']),
  types: () => check('types', 'pnpm', ['run', 'types']),
  floors: () => check('floors', process.execPath, ['tools/floors/check.ts']),
  build: () => check('build and its budgets', 'turbo', ['run', 'build', '--output-logs=errors-only']),
  unit: () => tests('unit'),
  database: () => tests('database'),
  browser: () => tests('browser'),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in steps))
if (unknown.length > 0) {
  console.error(`There is no check called ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}.`)
  process.exit(2)
}

const outcomes: Outcome[] = []
for (const [name, step] of Object.entries(steps)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`)
  const began = performance.now()
  const outcome = await step()
  outcomes.push({ ...outcome, seconds: (performance.now() - began) / 1000 })
}
rmSync(reports, { recursive: true, force: true })

console.log()
for (const { name, passed, failed, faults, seconds } of outcomes) {
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`)
  for (const fault of faults) console.log(`    ${fault}`)
}
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
