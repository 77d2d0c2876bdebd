import { expect, test } from 'vitest'
import { migrations } from './index.ts'

test('what databases have recorded keeps its name and its place; more may only follow', () => {
  const released = [
    '0001-account',
    '0002-identity',
    '0003-team',
    '0004-conversation',
    '0005-record',
    '0006-wall',
    '0007-actor',
    '0008-outbox',
    '0009-visitor-say',
    '0010-search',
    '0011-access',
    '0012-actor-access',
    '0013-tombstones',
  ]
  expect(Object.keys(migrations).slice(0, released.length)).toEqual(released)
})
