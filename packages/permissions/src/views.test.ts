import { expect, test } from 'vitest'
import { core } from './bits.ts'
import { catalogue, extend } from './catalogue.ts'
import { toNames } from './grants.ts'
import { defineSection } from './section.ts'
import { rowRights } from './views.ts'

test('of our own: chats, contacts and reports', () => {
  const { view, all } = rowRights(core)
  expect(toNames(view)).toEqual(['inbox.view', 'contacts.view', 'reports.view'])
  expect(toNames(all)).toEqual(core.names.filter((name) => /^(inbox|contacts|reports)\./.test(name)))
})

const words = { label: 'x', describes: 'x' }
const action = { ...words, risk: 'low' } as const

test('a section from outside joins in where it says that it is about chats', () => {
  const actions = { view: action, edit: { ...action, needs: ['deals.view'] }, list: { ...action, needs: [] } } as const
  const deals = defineSection('deals', { ...words, scoped: true, actions })
  const stock = defineSection('stock', { ...words, actions: { view: action } })
  const { view, all } = rowRights(extend(catalogue, deals, stock).bits)
  // Nothing opens rows that needs something else for it; an empty list of needs is none.
  expect(toNames(view).slice(3)).toEqual(['deals.view', 'deals.list'])
  expect(toNames(all).slice(-3)).toEqual(['deals.view', 'deals.edit', 'deals.list'])
})
