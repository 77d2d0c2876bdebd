// The one door to every command: `npm start`, `npm test`, `npm run prove`, `npm run bench`, `npm run rolecall`.
// Plain JavaScript for Node 20 and later, with nothing installed: it finds a Node that strips types,
// installs the locked packages once, and goes on to the work.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hasPnpm, newerNode, oldest } from './installed.mjs'

const NODE = '24.21.0'
const PNPM = '12.21.0'
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [command = 'start', ...rest] = process.argv.slice(2)

/** What each command runs once the packages are there. `build` makes the browser apps first (cached by turbo). */
const work = {
  start: { build: true, script: 'apps/server/src/main.ts' },
  test: { script: 'tools/test.ts' },
  prove: { script: 'tools/prove.ts' },
  bench: { build: true, script: 'bench/main.ts' },
  rolecall: { script: 'apps/server/src/cli.ts' },
  shots: { build: true, script: 'tools/shots.ts' },
}[command]

if (!work) {
  console.error(`Unknown command '${command}'. There are: start, test, prove, bench, rolecall, shots.`)
  process.exit(2)
}

if (Number(process.versions.node.split('.')[0]) < oldest) {
  const node = newerNode(root, NODE)
  if (node) process.exit(await run(node, [fileURLToPath(import.meta.url), command, ...rest], 'inherit'))
  console.error(
    `Rolecall needs Node ${oldest} or later. This is ${process.versions.node}, and a newer one could not be fetched from the npm ` +
      `registry. Install Node ${oldest} from https://nodejs.org, or start once where the registry is reached.`,
  )
  process.exit(1)
}

process.env.PATH = [dirname(process.execPath), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
process.env.TURBO_TELEMETRY_DISABLED = '1'
// What Node made of our files is kept beside the packages: the server and each order begin in half the time.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/node')
await install()
if (work.build) await must('turbo', ['run', 'build', '--output-logs=errors-only'])
process.exit(await run(process.execPath, [join(root, work.script), ...rest], 'inherit'))

/** Installs the locked packages, unless that has been done for this very lock file and this Node. */
async function install() {
  const inputs = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'].map((file) => readFileSync(join(root, file)))
  const wanted = createHash('sha256').update(Buffer.concat(inputs)).update(process.arch).digest('hex')
  const stamp = join(root, 'node_modules/.rolecall-installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const work = ['install', '--frozen-lockfile', '--reporter=append-only']
  if (hasPnpm(root, PNPM)) await must('pnpm', work)
  else await must('npm', ['exec', '--yes', '--prefer-offline', `--package=pnpm@${PNPM}`, '--', 'pnpm', ...work])
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

async function must(file, args) {
  const code = await run(file, args)
  if (code !== 0) process.exit(code)
}

/** Runs a program to its end; its output goes to stderr unless it is the work itself, so that `rolecall --json` prints JSON only. */
function run(file, args, stdout = process.stderr) {
  const shell = process.platform === 'win32' && !file.includes('node.exe')
  const child = spawn(file, args, { cwd: root, stdio: ['inherit', stdout, 'inherit'], shell })
  // Ctrl-C reaches the whole group by itself; a service manager signals only us.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.on('SIGINT', () => {})
  // npm, told to stop, stops the shell between us and goes: then nobody would tell us.
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`Could not run ${file}: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}
