// What a new noun costs: adds a section "snippets" (list, create, delete, history, news, a page of the settings) to a copy
// of the checkout, as a developer would, has it checked there, and counts the files that were there already and had to be
// touched. The noun itself is in tools/noun/, file by file as it would stand in the house.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { insert } from './insert.ts'

const most = 6
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const copy = join(mkdtempSync(join(tmpdir(), 'rolecall-noun-')), 'house')

/** What is written into files that are there: each piece right after its place. */
const edits: Record<string, (readonly [after: string, add: string])[]> = {
  'packages/api/src/features.ts': [
    ["import { setup } from './setup/feature.ts'\n", "import { snippets } from './snippets/feature.ts'\n"],
    ['  visitor,\n', '  snippets,\n'],
  ],
  'packages/db/src/tables.ts': [
    [
      "import type { SetupTables } from './setup/table.ts'\n",
      "import type { SnippetsTables } from './snippets/table.ts'\n",
    ],
    ['    ContactsTables,\n', '    SnippetsTables,\n'],
  ],
  'packages/db/src/migrations/index.ts': [
    ["import * as setup from '../setup/migration.ts'\n", "import * as snippets from '../snippets/migration.ts'\n"],
    [
      "  '0013-tombstones': steps(tombstones, sayDepartment, oldWire),\n",
      "  '0014-snippets': steps(snippets.tables),\n",
    ],
  ],
  'apps/settings/src/pages.ts': [
    [
      "import type { SettingsPage } from './shell/settings-page.ts'\n",
      "import { snippets } from './snippets/page.ts'\n",
    ],
    ['audit, billing', ', snippets'],
  ],
  'tests/matrix/table.ts': [
    ["import { setup } from './setup.ts'\n", "import { snippets } from './snippets.ts'\n"],
    ['  visitor,\n', '  snippets,\n'],
  ],
}

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { types: string } }
const vitest = (project: string, ...rest: string[]) => ['vitest', 'run', '--project', project, ...rest]
const cells = '(snippets\\.\\w+$|has a line for every|is refused all else|finds no row|is shown exactly)'

/** What a developer runs, in the copy. */
const checks: Record<string, string[]> = {
  format: ['biome', 'check', '.'],
  // Not by pnpm, which would first install the packages anew, for a house that stands elsewhere.
  types: scripts.types.split(' '),
  lint: ['oxlint', '--type-aware', 'packages/api/src/snippets', 'apps/settings/src/snippets', 'tests/matrix'],
  floors: [process.execPath, 'tools/floors/check.ts'],
  'features, facts, pages': vitest('unit', 'api/src/features.test.ts', 'golden-table', 'settings/src/shell'),
  'build, with its budgets': ['vite', 'build', 'apps/settings'],
  'tables and their wall': vitest('database', 'db/src/tables.db', 'db/src/wall/wall.db'),
  matrix: vitest('database', 'tests/matrix/matrix.db.test.ts', '-t', cells),
}

/** Runs it in the copy; the end of what it said where it fails. */
function run([file = '', ...args]: string[], cwd = copy): string {
  const { status, stdout, stderr, error } = spawnSync(file, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(error?.message ?? `${stdout}${stderr}`.trimEnd().split('\n').slice(-60).join('\n'))
  return stdout
}

/** The checkout as it stands, what is not committed too, with the same packages and a history of its own. */
function copyHouse(): void {
  for (const file of run(['git', 'ls-files', '-co', '--exclude-standard', '--deduplicate'], root).trim().split('\n'))
    cpSync(join(root, file), join(copy, file))
  // One by one, so that what is written beside them, such as caches, stays in the copy.
  mkdirSync(join(copy, 'node_modules'))
  for (const name of readdirSync(join(root, 'node_modules')).filter((name) => !/^\.(vi|cache|modules)/.test(name)))
    symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name))
  // Links only, and relative: to the packages of the house they lead into the copy.
  for (const folder of globSync('{packages,apps,tools}/*/node_modules', { cwd: root }).concat(
    'tests/node_modules',
    'bench/node_modules',
  ))
    cpSync(join(root, folder), join(copy, folder), { recursive: true, verbatimSymlinks: true })
  run(['git', 'init', '-q'])
  writeFileSync(join(copy, '.git/info/exclude'), 'node_modules\n')
  commit('The house')
}

function commit(subject: string): void {
  run(['git', 'add', '-A'])
  run(['git', '-c', 'user.name=noun', '-c', 'user.email=noun@example.test', 'commit', '-qm', subject])
}

function addNoun(): void {
  const here = join(root, 'tools/noun')
  for (const template of globSync('**/*.template', { cwd: here })) {
    const file = join(copy, template.replace(/\.template$/, ''))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, readFileSync(join(here, template)), { flag: 'wx' })
  }
  for (const [name, pieces] of Object.entries(edits)) {
    const file = join(copy, name)
    const text = pieces.reduce((text, [after, add]) => insert(text, after, add), readFileSync(file, 'utf8'))
    writeFileSync(file, text)
  }
  run(['biome', 'check', '--write', '--log-level=error', ...Object.keys(edits)])
  commit('snippets: A noun')
}

/** Of the commit of the noun: files that are new and those that were there, with their lines. */
const changed = (kind: 'A' | 'M'): string[] =>
  run(['git', 'show', '--numstat', '--format=', `--diff-filter=${kind}`])
    .trim()
    .split('\n')

try {
  copyHouse()
  addNoun()
  const [added, touched] = [changed('A'), changed('M')]
  const lines = added.reduce((sum, line) => sum + Number(line.split('\t')[0]), 0)
  console.log(`A noun of three verbs, a table and a page: ${added.length} files of its own, ${lines} lines.`)
  console.log(`${touched.length} files that were there already (at most ${most}):`)
  for (const line of touched) console.log(`  +${line.replace('\t', ' −').replace('\t', '  ')}`)
  let failed = touched.length > most ? 1 : 0
  for (const [name, command] of Object.entries(checks)) {
    const began = performance.now()
    let said = ''
    try {
      said = run(command)
        .split('\n')
        .filter((line) => /snippets\.tsx|Tests .*passed|modules,/.test(line))
        .join(' ')
      console.log(`✓ ${name} (${((performance.now() - began) / 1000).toFixed(0)} s) ${said.trim()}`)
    } catch (error) {
      failed++
      console.error(`✗ ${name}\n${(error as Error).message}`)
    }
  }
  process.exitCode = failed > 0 ? 1 : 0
} finally {
  rmSync(dirname(copy), { recursive: true, force: true })
}
