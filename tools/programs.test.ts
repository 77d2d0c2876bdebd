import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { disagreeing, programs, unchecked } from './programs.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const house = mkdtempSync(join(tmpdir(), 'rolecall-programs-'))
afterAll(() => rmSync(house, { recursive: true }))
for (const name of programs) cpSync(join(root, `tsconfig.${name}.json`), join(house, `tsconfig.${name}.json`))
const plant = (path: string, text: string) => {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), text)
}

test('every file is in a program, and a package whose program is not told is missed', () => {
  expect(unchecked(root)).toEqual([])
  plant('packages/api/src/known.ts', '')
  plant('packages/new/src/page.tsx', '')
  plant('packages/new/node_modules/other/index.ts', '')
  expect(unchecked(house)).toEqual(['packages/new/src/page.tsx'])
})

test('no package has options of its own beside its program', () => {
  expect(disagreeing(root)).toEqual([])
  plant('apps/one/tsconfig.json', '{ "extends": "../../tsconfig.node.json", "include": ["src"] }')
  plant('apps/two/tsconfig.json', '{ "extends": "../../tsconfig.base.json", "include": ["src"] }')
  plant('apps/three/tsconfig.json', '{ "extends": "../../tsconfig.node.json", "compilerOptions": { "strict": false } }')
  expect(disagreeing(house).toSorted()).toEqual(['apps/three/tsconfig.json', 'apps/two/tsconfig.json'])
})
