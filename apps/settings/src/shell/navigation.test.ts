import { session, settingsPages } from '@rolecall/ui'
import { sessionWith } from '@rolecall/ui/testing'
import { afterEach, expect, test } from 'vitest'
import { firstPage, navigation } from './navigation.ts'

afterEach(() => {
  session.value = null
})
const shown = () => navigation().map(({ id, pages }) => [id, pages.map((page) => page.id)])

test('every page stands in the navigation once', () => {
  const pages = Object.values(settingsPages)
  session.value = sessionWith(pages.map(({ call }) => call))
  const ids = navigation().flatMap((group) => group.pages.map(({ id }) => id))
  expect(ids.toSorted()).toEqual(Object.keys(settingsPages).toSorted())
})

test('what may not be called is not there, and neither is an empty group', () => {
  session.value = sessionWith(['team.members', 'billing.plan'])
  expect(shown()).toEqual([
    ['team', ['team']],
    ['account', ['plan']],
  ])
  expect(firstPage()?.path).toBe('/settings/team')
  session.value = sessionWith(['audit.list'])
  expect(firstPage()?.path).toBe('/settings/history')
  session.value = sessionWith([])
  expect(navigation()).toEqual([])
  expect(firstPage()).toBeUndefined()
})
