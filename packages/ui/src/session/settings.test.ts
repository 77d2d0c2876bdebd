import { afterEach, expect, test } from 'vitest'
import { sessionWith } from '../testing/session.ts'
import { session } from './session.ts'
import { maySeeSettings, settingsPages } from './settings.ts'

afterEach(() => {
  session.value = null
})

test('there are settings for who may open one of their pages, and for nobody else', () => {
  expect(maySeeSettings()).toBe(false)
  session.value = sessionWith(['inbox.list', 'contacts.list'])
  expect(maySeeSettings()).toBe(false)
  for (const { call } of Object.values(settingsPages)) {
    session.value = sessionWith([call])
    expect(maySeeSettings()).toBe(true)
  }
})

test('every page has an address of its own', () => {
  const paths = Object.values(settingsPages).map(({ path }) => path)
  expect(new Set(paths).size).toBe(paths.length)
})
