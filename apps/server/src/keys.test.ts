import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshOperatorKey, readOperatorKey } from './keys.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const mode = (file: string) => statSync(join(folder, 'new', file)).mode & 0o777

test('an operator key is new at each start, readable by its owner only, also where the file was open to others', () => {
  const first = freshOperatorKey(join(folder, 'new'))
  chmodSync(join(folder, 'new', 'operator.key'), 0o644)
  const second = freshOperatorKey(join(folder, 'new'))
  expect(second).not.toBe(first)
  expect(readOperatorKey(join(folder, 'new'))).toBe(second)
  expect(mode('operator.key')).toBe(0o600)
})
