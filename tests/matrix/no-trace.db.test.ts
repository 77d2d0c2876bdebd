import { type StartedApi, startApi } from '@rolecall/api/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { make } from './calls.ts'
import { withoutTrace } from './no-trace.ts'

// What is compared once for many calls must still say which of them it was.

let server: StartedApi
beforeAll(async () => {
  server = await startApi('pglite')
})
afterAll(() => server.close())

const ask = (names: string[]) =>
  withoutTrace(server, names, (name, target) => make(server.url, name, target, { cookie: server.cookie('Supervisor') }))

test('the one among many that leaves a trace is named, and no other', async () => {
  const asked = ask(['inbox.list', 'departments.create', 'billing.changePlan', 'team.members'])
  await expect(asked).rejects.toThrow(/^these leave a trace: expected \[ 'departments\.create' \]/)
})

test('where none does, each has its answer', async () => {
  const answers = await ask(['inbox.list', 'billing.changePlan'])
  expect(Object.entries(answers).map(([name, { status }]) => [name, status])).toEqual([
    ['inbox.list', 200],
    ['billing.changePlan', 403],
  ])
})
