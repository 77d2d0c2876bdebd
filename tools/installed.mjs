// What is installed is used: a start that was done before asks no registry, so none can keep it waiting or stop it.
// Plain JavaScript for Node 20 and later, as up.mjs.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The oldest Node that runs TypeScript as it is. */
export const oldest = 24

const note = (root) => join(root, 'node_modules/.rolecall-node')
const shell = process.platform === 'win32'

/**
 * The path of a Node that is new enough: the one that was fetched before, else the npm package `node`, which carries one.
 * undefined: there is none, and none could be fetched.
 */
export function newerNode(root, version) {
  const known = existsSync(note(root)) ? readFileSync(note(root), 'utf8') : ''
  if (isNewEnough(known)) return known
  console.error(
    `Node ${process.versions.node} is too old for Rolecall: fetching ${version} from the npm registry, once.`,
  )
  const fetch = ['exec', '--yes', '--prefer-offline', '--fetch-retries=1', '--fetch-retry-mintimeout=1000']
  const ask = [`--package=node@${version}`, '--', 'node', '-p', 'process.execPath']
  const { stdout } = spawnSync('npm', [...fetch, ...ask], {
    encoding: 'utf8',
    shell,
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  const path = stdout?.trim() ?? ''
  if (!isNewEnough(path)) return undefined
  mkdirSync(dirname(note(root)), { recursive: true })
  writeFileSync(note(root), path)
  return path
}

/** Asked, not believed: what was written down may have been replaced, and an older Node would ask for a newer again. */
function isNewEnough(path) {
  if (!path || !existsSync(path)) return false
  const { stdout } = spawnSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' })
  return Number(stdout?.split('.')[0]) >= oldest
}

/** Whether pnpm of that version is among the installed packages. */
export function hasPnpm(root, version) {
  const file = join(root, 'node_modules/pnpm/package.json')
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version
}
