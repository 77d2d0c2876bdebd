import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { below, rootOf } from './root.ts'

test('an address has a root, or none', () => {
  const urls = ['https://a.test', 'https://a.test/', 'https://a.test/chat', 'http://localhost:4000/x/y/']
  expect(urls.map(rootOf)).toEqual(['', '', '/chat', '/x/y'])
})

test.each([
  ['/chat', '/'],
  ['/chat/', '/'],
  ['/chat?x=1', '/?x=1'],
  ['/chat/console/inbox?x#y', '/console/inbox?x#y'],
  ['/chat/chat/', '/chat/'],
  ['/chatter', '/chatter'],
  ['/console/', '/console/'],
  ['/', '/'],
  ['//chat/', '//chat/'],
])('%s is served as %s', (asked, served) => {
  const request = { url: asked } as IncomingMessage
  below('/chat', ({ url }) => expect(url).toBe(served))(request, {} as ServerResponse)
  expect.assertions(1)
})
