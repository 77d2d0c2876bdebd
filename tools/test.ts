// `npm test`: every check of the house, and one line at the end that adds them up. What is no test runner runs beside each
// other, for all of it wait on something; then all tests in one run, so that no kind waits for the last of another.
import { type SpawnOptions, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { kinds, type Outcome, ofCheck, ofTests, type Report, summary } from './tally.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const reports = mkdtempSync(join(tmpdir(), 'rolecall-test-'))

const checks: Record<string, [file: string, ...args: string[]]> = {
  // The longest first: what is short fills the end.
  types: ['pnpm', 'run', 'types'],
  lint: ['oxlint', '--type-aware'],
  build: ['turbo', 'run', 'build', '--output-logs=errors-only'],
  unused: ['knip'],
  floors: [process.execPath, 'tools/floors/check.ts'],
  format: ['biome', 'check', '.'],
}

const asked = process.argv.slice(2)
const known = [...Object.keys(checks), ...Object.keys(kinds)]
const unknown = asked.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`There is no check called ${unknown.join(', ')}. There are: ${known.join(', ')}.`)
  process.exit(2)
}
const wanted = (name: string) => asked.length === 0 || asked.includes(name)

/** Runs a program from the checkout with no stdin; resolves to its exit code and what it said, never rejects. */
function run(file: string, args: string[], stdio: SpawnOptions['stdio']): Promise<{ code: number; said: string }> {
  const child = spawn(file, args, { cwd: root, stdio })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, said: `${file}: ${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

const heading = (name: string) => console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`)

async function check(name: string, [file, ...args]: [string, ...string[]]): Promise<Outcome> {
  const began = performance.now()
  const { code, said } = await run(file, args, ['ignore', 'pipe', 'pipe'])
  heading(name)
  process.stdout.write(said)
  return { name, ...ofCheck(code), seconds: (performance.now() - began) / 1000 }
}

async function tests(asked: (keyof typeof kinds)[]): Promise<Outcome[]> {
  heading(asked.join(', '))
  const report = join(reports, 'tests.json')
  const projects = asked.flatMap((kind) => ['--project', kind])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code, said } = await run('vitest', ['run', ...projects, ...reporters], ['ignore', 'inherit', 'inherit'])
  process.stderr.write(said)
  return ofTests(root, asked, code, read(report))
}

function read(path: string): Report | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report
  } catch {
    return null
  }
}

const outcomes: Outcome[] = []
const waiting = Object.entries(checks).filter(([name]) => wanted(name))
const worker = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) outcomes.push(await check(...next))
}
await Promise.all(Array.from({ length: availableParallelism() }, worker))
const wantedKinds = (Object.keys(kinds) as (keyof typeof kinds)[]).filter(wanted)
if (wantedKinds.length > 0) outcomes.push(...(await tests(wantedKinds)))
rmSync(reports, { recursive: true, force: true })

const { lines, ok } = summary(outcomes.toSorted((a, b) => known.indexOf(a.name) - known.indexOf(b.name)))
console.log(`\n${lines.join('\n')}`)
process.exitCode = ok ? 0 : 1
