import { screensOf, session } from '@rolecall/ui'
import { sessionWith } from '@rolecall/ui/testing'
import { afterEach, expect, test } from 'vitest'
import { pages } from '../pages.ts'
import { firstPage, navigation } from './navigation.ts'

afterEach(() => {
  session.value = null
})
const shown = () => navigation().map(({ id, pages }) => [id, pages.map((page) => page.id)])

test('every page that says how it looks in the navigation stands there once', () => {
  session.value = sessionWith(pages.map(({ call }) => call))
  const shown = navigation().flatMap((group) => group.pages.map(({ path }) => path))
  expect(shown.length).toBeGreaterThan(7)
  expect(shown).toEqual(pages.flatMap(({ nav, path }) => (nav ? [path] : [])))
})

test('no two screens have the same address, and each lies below the settings', () => {
  const addresses = screensOf(pages).map(({ path, params = '' }) => path + params)
  expect(new Set(addresses).size).toBe(addresses.length)
  for (const address of addresses) expect(address).toMatch(/^\/settings\/./)
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
