import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createParser, type ServerSent } from './sse.ts'

function parse(...chunks: string[]): ServerSent[] {
  const heard: ServerSent[] = []
  const feed = createParser((event) => heard.push(event))
  for (const chunk of chunks) feed(chunk)
  return heard
}

test('an event is told when its empty line has come, not before', () => {
  expect(parse('id: 7\ndata: {"a":1}\n')).toEqual([])
  expect(parse('id: 7\ndata: {"a":1}\n', '\n')).toEqual([{ id: '7', data: '{"a":1}' }])
})

test('lines end with LF, CRLF or CR, also when a chunk ends between CR and LF', () => {
  const wanted = [
    { id: '1', data: 'a' },
    { id: '2', data: 'b' },
  ]
  expect(parse('id:1\r\ndata:a\r\n\r\nid:2\r\ndata:b\r\n\r\n')).toEqual(wanted)
  expect(parse('id:1\rdata:a\r\rid:2\rdata:b\r\r', ':')).toEqual(wanted)
  expect(parse('id:1\r', '\ndata:a\r', '\n\r', '\nid:2\ndata:b\n\n')).toEqual(wanted)
})

test('data lines are joined, one space after the colon is dropped, comments and other fields are not data', () => {
  expect(parse('\uFEFFid: 3\n: hello\nevent: x\nretry: 5\ndata\ndata:  two\ndata: three\n\n')).toEqual([
    { id: '3', data: '\n two\nthree' },
  ])
})

test('a heartbeat with an id moves the id on; one without is silent; the last id is kept', () => {
  expect(parse(':\n\n', ':\nid: 9\n\n', 'data: x\n\n')).toEqual([
    { id: '9', data: '' },
    { id: '9', data: 'x' },
  ])
  expect(parse('id: 1\0\n\n', 'data: x\n\n')).toEqual([{ id: '', data: 'x' }])
})

test('any split of any stream gives the same events', () => {
  const event = fc.record({
    id: fc.nat().map(String),
    data: fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n]/.test(text)),
  })
  const ending = fc.constantFrom('\n', '\r\n', '\r')
  const property = fc.property(fc.array(event), ending, fc.array(fc.nat(2000)), (events, end, cuts) => {
    const text = `${events.map(({ id, data }) => `id: ${id}${end}data: ${data}${end}${end}`).join('')}:`
    const at = [0, ...cuts.map((cut) => cut % (text.length + 1)), text.length].toSorted((a, b) => a - b)
    expect(parse(...at.slice(1).map((to, index) => text.slice(at[index], to)))).toEqual(events)
  })
  fc.assert(property, { numRuns: 500 })
})
