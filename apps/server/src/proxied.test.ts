import fastify from 'fastify'
import { expect, test } from 'vitest'
import { warnOfProxy } from './proxied.ts'
import { readSettings } from './settings.ts'

/** What the log says after these requests. */
async function said(trusted: string, ...requests: { from: string; headers: Record<string, string> }[]) {
  const lines: string[] = []
  const stream = { write: (line: string) => void lines.push(JSON.parse(line).msg) }
  const app = fastify({ logger: { level: 'warn', stream } })
  warnOfProxy(app, readSettings({ ROLECALL_TRUST_PROXY: trusted }).trustProxy)
  app.get('/', () => 'here')
  for (const { from, headers } of requests) await app.inject({ url: '/', headers, remoteAddress: from })
  return lines
}
const forwarded = (from: string, name = 'x-forwarded-for') => ({ from, headers: { [name]: '198.51.100.1' } })

test('an undeclared proxy is told of once, with the setting', async () => {
  const plain = { from: '10.0.0.9', headers: {} }
  expect(await said('', plain)).toEqual([])
  expect(await said('', plain, forwarded('10.0.0.9'), forwarded('10.0.0.9'), forwarded('10.0.0.8'))).toEqual([
    expect.stringContaining('ROLECALL_TRUST_PROXY'),
  ])
  expect(await said('', forwarded('10.0.0.9', 'forwarded'))).toHaveLength(1)
  expect(await said('10.0.0.7', forwarded('10.0.0.9'))).toHaveLength(1)
})

test('a declared one is not, as long as it says what is read', async () => {
  expect(await said('10.0.0.0/8', forwarded('10.0.0.9'), forwarded('::ffff:10.0.0.9'))).toEqual([])
  expect(await said('10.0.0.9', forwarded('10.0.0.9', 'forwarded'))).toEqual([
    expect.stringContaining('X-Forwarded-For'),
  ])
})
