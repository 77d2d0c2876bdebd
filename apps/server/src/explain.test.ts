import { createServer } from 'node:net'
import { FolderInUse } from '@rolecall/db'
import { expect, test } from 'vitest'
import { takePort } from './door.ts'
import { explain } from './explain.ts'
import { SettingsError } from './settings.ts'

const wrong = (run: () => Promise<unknown>) => run().then(() => expect.unreachable('it started'), explain)

test('a port that is taken, with the way out', async () => {
  const other = createServer()
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  const { port } = other.address() as { port: number }
  expect(await wrong(() => takePort('127.0.0.1', port))).toMatch(`Port ${port} is taken by another program.`)
  await new Promise((done) => other.close(done))
})

test('an address that is not of this machine', async () => {
  expect(await wrong(() => takePort('203.0.113.7', 0))).toMatch(/203\.0\.113\.7 is no address of this machine/)
})

test('errors that are sentences already', () => {
  expect(explain(new SettingsError('PORT is a number.'))).toBe('PORT is a number.')
  expect(explain(new FolderInUse('/data', { pid: 7, url: null }))).toMatch(/^The data folder \/data is already in use/)
})

test('a database that does not answer', () => {
  expect(explain(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))).toContain('DATABASE_URL')
})

test('a riddle keeps its stack', () => {
  expect(explain(new TypeError('undefined is not a function'))).toContain('explain.test.ts')
})
