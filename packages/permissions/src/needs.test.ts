import { expect, test } from 'vitest'
import { catalogue } from './catalogue.ts'
import { names } from './names.ts'
import { needsOf } from './needs.ts'
import { defineSection } from './section.ts'

const words = { label: 'x', describes: 'x' }
const section = (key: string, needs?: readonly string[]) =>
  defineSection(key, {
    ...words,
    actions: { view: { ...words, risk: 'low', ...(needs && { needs: needs as never }) } },
  })

test('every permission has an entry, in the order of the sections', () => {
  expect([...needsOf(catalogue.sections).keys()].toSorted()).toEqual([...names].toSorted())
  expect([...needsOf([section('b'), section('a', ['b.view'])])]).toEqual([
    ['b.view', []],
    ['a.view', ['b.view']],
  ])
})

test('what does not exist cannot be needed', () => {
  expect(() => needsOf([section('a', ['b.view'])])).toThrow('"a.view" needs "b.view", which does not exist')
})
