import { expect, test } from 'vitest'
import { nameOf } from './prepared.ts'

test('the calls that every request makes have a name each, and keep it', () => {
  const enter = nameOf('select enter_account($1::uuid)')
  const actor = nameOf('select * from member_by_session_hash($1, $2, $3::uuid)')
  expect(enter).toBeTypeOf('string')
  expect(actor).toBeTypeOf('string')
  expect(actor).not.toBe(enter)
  expect(nameOf('select enter_account($1::uuid)')).toBe(enter)
})

test.each(['select * from "chat"', 'begin', "select 'enter_account('", 'select * from emit($1, $2)'])(
  '%s has none',
  (text) => {
    expect(nameOf(text)).toBeUndefined()
  },
)
