import { expect, test } from 'vitest'
import { callsOf, pagesOf } from './pages.ts'

test('reads what the pages of an app declare', async () => {
  expect((await pagesOf('console')).map(({ path }) => path)).toContain('/console/inbox')
  expect((await callsOf('settings')).split(' ')).toContain('roles.list')
})
