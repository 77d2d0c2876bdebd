import { describe, expect, test } from 'vitest'
import { defineSection, permissionsOf } from './section.ts'

const action = { label: 'See deals', describes: 'Opens the list of deals', risk: 'low' } as const
const define = (key: string, name: string) =>
  defineSection(key, { label: 'Deals', describes: 'Deals', actions: { [name]: action } })

describe('defineSection', () => {
  test('keeps what it was given', () => {
    expect(define('crm', 'view')).toEqual({ key: 'crm', label: 'Deals', describes: 'Deals', actions: { view: action } })
  })

  test.each(['CRM', 'c.rm', 'crm ', ' crm', '', '__proto__', 'crm1', 'c-rm', 'größe', 'crm\n'])(
    'refuses %j as a key or an action',
    (word) => {
      expect(() => define(word, 'view')).toThrow(`"${word}" cannot be part of a permission: lower-case letters only`)
      if (word === '__proto__') return
      expect(() => define('crm', word)).toThrow(`"${word}" cannot be part of a permission: lower-case letters only`)
    },
  )
})

test('permissionsOf names them in the order of the section', () => {
  const actions = { view: action, edit: action, delete: action }
  const crm = defineSection('crm', { label: 'Deals', describes: 'Deals', actions })
  expect(permissionsOf(crm)).toEqual(['crm.view', 'crm.edit', 'crm.delete'])
})
