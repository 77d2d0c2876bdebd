import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// Whatever somebody can write into is kept until it is sent (docs/decisions/0017-typed.md), or says here why it need not be.

const root = join(import.meta.dirname, '..')

const not: Readonly<Record<string, string>> = {
  'apps/console/src/sign-in/': 'there is no member yet, or it is a password',
  'packages/ui/src/shell/other.tsx': 'a password',
  'packages/ui/src/parts/': 'the parts themselves',
  'apps/settings/src/team/type-word.tsx': 'a word that confirms',
  'apps/settings/src/team/remove.tsx': 'a word that confirms',
  'apps/console/src/inbox/composer/': 'drafts of chats: inbox/data/drafts.ts',
  'apps/settings/src/roles/role-body.tsx': 'drafts of roles: roles/store.ts',
  'apps/settings/src/audit/filter-bar.tsx': 'stands in the address',
  'apps/settings/src/questions/role-then.tsx': 'stands in the address',
  'apps/settings/src/questions/who-sees.tsx': 'stands in the address',
  'apps/console/src/reports/controls.tsx': 'stands in the address',
}

const files = globSync('{apps/console,apps/settings,packages/ui}/src/**/*.tsx', { cwd: root })
  .filter((file) => !file.includes('.test'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
const writable = files.filter(({ text }) => /<(TextArea|Field|textarea)\b/.test(text))

test('every form keeps what is typed', () => {
  expect(writable.length).toBeGreaterThan(10)
  const lost = writable.filter(
    ({ file, text }) => !text.includes('useTyped(') && !Object.keys(not).some((start) => file.startsWith(start)),
  )
  expect(lost.map(({ file }) => file)).toEqual([])
})

test('who need not is there, and does not', () => {
  const idle = Object.keys(not).filter(
    (start) => !writable.some(({ file, text }) => file.startsWith(start) && !text.includes('useTyped(')),
  )
  expect(idle).toEqual([])
})
