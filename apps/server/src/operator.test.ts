import { expect, test } from 'vitest'
import { isOwn } from './operator.ts'

test.each([
  ['127.0.0.1', '127.0.0.1', true],
  ['127.0.0.1', '127.0.0.2', true],
  ['127.8.8.8', '127.0.0.1', true],
  ['::1', '::1', true],
  ['::ffff:127.0.0.1', '::ffff:127.0.0.1', true],
  ['192.168.0.7', '192.168.0.7', true],
  ['192.168.0.8', '192.168.0.7', false],
  ['::ffff:10.127.0.1', '::ffff:10.0.0.1', false],
  ['1127.0.0.1', '127.0.0.1', false],
  [undefined, undefined, false],
])('who comes from %s to %s is this machine: %s', (remoteAddress, localAddress, own) => {
  expect(isOwn({ remoteAddress, localAddress })).toBe(own)
})
