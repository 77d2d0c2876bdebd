import type { ServerSent } from '@rolecall/protocol'
import { expect, test } from 'vitest'
import { readEvents } from './sse.ts'

test('characters that are cut in two by the network stay whole', async () => {
  const bytes = new TextEncoder().encode('data: نعم 😀\n\n')
  const heard: ServerSent[] = []
  let chunks = 0
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      for (const byte of bytes) stream.enqueue(Uint8Array.of(byte))
      stream.close()
    },
  })
  await readEvents(
    body,
    (event) => heard.push(event),
    () => chunks++,
  )
  expect(heard).toEqual([{ id: '', data: 'نعم 😀' }])
  expect(chunks).toBe(bytes.length)
})
