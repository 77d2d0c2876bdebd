import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { walk } from './floors.ts'

// A small house is built with one planted fault per rule; the tool has to find each of them.
const planted: Record<string, Record<string, string>> = {
  'floor-packages-db': { 'packages/db/src/up.ts': `import '@rolecall/api'` },
  'floor-apps-console': { 'apps/console/src/next.ts': `import '../../widget/src/index.ts'` },
  'ground-floor-is-bare': { 'packages/protocol/src/node.ts': `import 'node:fs'` },
  'client-knows-api-by-type-only': {
    'packages/client/src/value.ts': `import { api } from '@rolecall/api'\nexport const a = api`,
  },
  'apps-reach-the-server-by-the-client': {
    'apps/console/src/direct.ts': `import type { Api } from '@rolecall/api'\nexport type A = Api`,
  },
  'no-doors-between-features': { 'packages/api/src/contacts/door.ts': `import '../inbox/list.ts'` },
  'no-doors-between-features (to what carries a noun)': {
    'packages/api/src/contacts/live.ts': `import '../live/hub.ts'`,
  },
  'no-doors-between-features (to what lists the nouns)': {
    'packages/api/src/contacts/up.ts': `import '../index.ts'`,
  },
  'no-doors-between-tables': {
    'packages/db/src/notes/migration.ts': `import '../labels/migration.ts'`,
    'packages/db/src/labels/migration.ts': 'export {}',
  },
  'sentences-are-a-leaf': { 'packages/api/src/contacts/says.ts': `import '../guard/scope.ts'` },
  'a-feature-is-for-the-list': {
    'packages/api/src/contacts/feature.ts': 'export const f = 1',
    'packages/api/src/contacts/verb.ts': `import './feature.ts'`,
  },
  'the-list-is-for-the-api': {
    'packages/api/src/features.ts': 'export const all = 1',
    'packages/api/src/derived.ts': `import './features.ts'`,
  },
  'storey-refuse': { 'packages/api/src/refuse/up.ts': `import '../guard/scope.ts'` },
  'storey-work': { 'packages/api/src/work/up.ts': `import '../guard/scope.ts'` },
  'storey-guard': { 'packages/api/src/guard/up.ts': `import '../rows/chat.ts'` },
  'storey-rows': { 'packages/api/src/rows/up.ts': `import '../inbox/list.ts'` },
  'storey-http': { 'packages/api/src/http/aside.ts': `import '../live/hub.ts'` },
  'storey-live': { 'packages/api/src/live/up.ts': `import '../index.ts'` },
  'no-bare-procedure': {
    'packages/api/src/inbox/bare.ts': `import { builder } from '../guard/builder.ts'\nexport const b = builder`,
  },
  'scopes-come-from-the-guard': {
    'packages/api/src/inbox/scope.ts': `import { scopeOf } from '../guard/scope.ts'\nexport const s = scopeOf`,
  },
  'no-second-builder': {
    'packages/api/src/inbox/second.ts': `import { initTRPC } from '@trpc/server'\nexport const t = initTRPC`,
  },
  'no-circles': {
    'packages/db/src/a.ts': `import { b } from './b.ts'\nexport const a = b`,
    'packages/db/src/b.ts': `import type { a } from './a.ts'\nexport const b = 1 as unknown as typeof a`,
  },
  'front-door-only': { 'packages/api/src/window.ts': `import '../../db/src/hidden.ts'` },
  'tests-stay-outside': {
    'packages/db/src/ships.ts': `import './x.test.ts'`,
    'packages/db/src/x.test.ts': `export {}`,
  },
  'tests-stay-outside (what tests seed of a noun)': {
    'packages/db/src/notes/migration.ts': `import './seed.ts'`,
    'packages/db/src/notes/seed.ts': `export {}`,
  },
  'every-arrow-arrives': { 'packages/db/src/lost.ts': `import './nowhere.ts'` },
}

const sound: Record<string, string> = {
  'packages/permissions/src/index.ts': 'export const p = 1',
  'packages/protocol/src/index.ts': 'export const w = 1',
  'packages/db/src/index.ts': `import { p } from '@rolecall/permissions'\nexport const d = p`,
  'packages/db/src/hidden.ts': 'export {}',
  'packages/api/src/index.ts': `export const api = 1\nexport type Api = typeof api`,
  'packages/api/src/guard/builder.ts': 'export const builder = 1',
  'packages/api/src/guard/scope.ts': 'export type Scope = string\nexport const scopeOf = 1',
  'packages/api/src/guard/visible.ts': `import type { Scope } from './scope.ts'\nexport type V = Scope`,
  'packages/api/src/rows/chat.ts': `import '../guard/visible.ts'`,
  'packages/api/src/live/hub.ts': `import '../rows/chat.ts'`,
  'packages/api/src/inbox/list.ts': `import { d } from '@rolecall/db'\nexport const l = d`,
  'packages/client/src/index.ts': `import type { Api } from '@rolecall/api'\nexport type C = Api`,
  'apps/widget/src/index.ts': 'export {}',
}

let house: string

async function build(files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(house, path)), { recursive: true })
    await writeFile(join(house, path), text)
  }
}

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'floors-'))
  await build(sound)
  await mkdir(join(house, 'node_modules/@rolecall'), { recursive: true })
  for (const name of ['permissions', 'protocol', 'db', 'api', 'client']) {
    await writeFile(
      join(house, `packages/${name}/package.json`),
      JSON.stringify({
        name: `@rolecall/${name}`,
        type: 'module',
        exports: { '.': './src/index.ts' },
      }),
    )
    await symlink(join(house, `packages/${name}`), join(house, `node_modules/@rolecall/${name}`))
  }
})

afterAll(() => rm(house, { recursive: true }))

test('a sound house has no broken rule, and is read', async () => {
  const { modules, violations } = await walk(house)
  expect(violations).toEqual([])
  expect(modules).toBe(Object.keys(sound).length)
})

describe('a planted fault is found', () => {
  test.each(Object.entries(planted))('%s', async (title, files) => {
    const [rule] = title.split(' ')
    await build(files)
    try {
      const { violations } = await walk(house)
      expect(violations.map((violation) => violation.rule)).toContain(rule)
    } finally {
      for (const path of Object.keys(files)) await rm(join(house, path))
    }
  })
})
