import { expect, test } from 'vitest'
import { linesOf } from './lines.ts'

test('sentences first, then what fits on a line', () => {
  expect(
    linesOf({
      role: 'Night',
      lines: ['3 members lose “Delete chats for good”'],
      version: 2,
      before: { name: 'Night' },
      members: ['Ana', 'Ben'],
      until: null,
    }),
  ).toEqual(['3 members lose “Delete chats for good”', 'role: Night', 'version: 2', 'members: Ana, Ben'])
})

test.each([null, 'x', 7, []])('nothing of %j', (detail) => {
  expect(linesOf(detail)).toEqual([])
})
