import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

// A start by an older Node, which is played: the first process that loads this says that it is one.
const asOld = `data:text/javascript,${encodeURIComponent(`
  if (process.env.PLAY_OLD) Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.11.0' } })
  delete process.env.PLAY_OLD`)}`

let root: string
const note = () => join(root, 'node_modules/.rolecall-node')

/** A house with nothing in it but the door and one room, whose packages are installed. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rolecall-up-'))
  for (const folder of ['tools', 'node_modules', 'apps/server/src', 'bin'])
    mkdirSync(join(root, folder), { recursive: true })
  for (const file of ['up.mjs', 'installed.mjs'])
    copyFileSync(new URL(file, import.meta.url), join(root, 'tools', file))
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']) writeFileSync(join(root, file), '{}')
  writeFileSync(join(root, 'apps/server/src/cli.ts'), 'console.log(`ran by ${process.versions.node as string}`)')
  const stamp = createHash('sha256').update('{}{}{}').update(process.arch).digest('hex')
  writeFileSync(join(root, 'node_modules/.rolecall-installed'), stamp)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** `npm run rolecall` with an old Node, and a registry that nobody answers. */
function up(): SpawnSyncReturns<string> {
  const env = {
    ...process.env,
    PLAY_OLD: '1',
    NODE_OPTIONS: `--import ${asOld}`,
    npm_config_registry: 'http://127.0.0.1:1/',
    npm_config_cache: join(root, 'cache'),
  }
  return spawnSync(process.execPath, [join(root, 'tools/up.mjs'), 'rolecall'], { env, encoding: 'utf8' })
}

test('a Node that was fetched before is used, and no registry is asked', () => {
  writeFileSync(note(), process.execPath)
  const { status, stdout, stderr } = up()
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `ran by ${process.versions.node}\n`, stderr: '' })
})

test('without one, and with no registry, it says so and how to go on', () => {
  const { status, stdout, stderr } = up()
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(/^Rolecall needs Node 24 or later\. This is 20\.11\.0, .* Install Node 24 from \S+, or start/m)
  expect(stderr).not.toMatch(/^ +at /m)
})

test('one that is gone, or was replaced by an older one, is not gone to', () => {
  writeFileSync(note(), join(root, 'gone'))
  expect(up().status).toBe(1)
  const older = join(root, 'bin/node')
  writeFileSync(older, '#!/bin/sh\necho 20.11.0\n', { mode: 0o755 })
  writeFileSync(note(), older)
  expect(up().status).toBe(1)
  expect(readFileSync(note(), 'utf8')).toBe(older)
})
