import { createServer } from 'node:net'
import { FolderInUse } from '@rolecall/db'
import { expect, test } from 'vitest'
import { explain } from './explain.ts'
import { listen, whyNotListen } from './listen.ts'
import { SettingsError } from './settings/reader.ts'

test('a port that is taken, with the way out', async () => {
  const other = createServer()
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  const { port } = other.address() as { port: number }
  const said = await listen('127.0.0.1', port).then(() => expect.unreachable('it listens'), explain)
  expect(said).toMatch(`Port ${port} is taken by another program.`)
  await new Promise((done) => other.close(done))
})

test('a port that takes more rights', () => {
  const refused = Object.assign(new Error('listen EACCES'), { code: 'EACCES', syscall: 'listen' })
  expect(whyNotListen(refused, '127.0.0.1', 80)).toBe(
    'Port 80 needs more rights than this user has. Choose one above 1023 with PORT.',
  )
})

test('errors that are sentences already', () => {
  expect(explain(new SettingsError('PORT is a number.'))).toBe('PORT is a number.')
  expect(explain(new FolderInUse('/data', { pid: 7, url: null }))).toMatch(/^The data folder \/data is already in use/)
})

test.each([
  ['42501', 'DATABASE_URL may not do'],
  ['25006', 'DATABASE_URL leads to a database that takes no changes'],
  ['53100', 'no room'],
  ['XX000', 'refused what the start needs (XX000: it says so)'],
])('what the database refuses while it is brought up to date: %s', (code, says) => {
  const said = explain(Object.assign(new Error('it says so'), { code, severity: 'ERROR' }))
  expect(said).toContain(says)
  expect(said).not.toContain('\n')
})

test('a riddle keeps its stack', () => {
  expect(explain(new TypeError('undefined is not a function'))).toContain('explain.test.ts')
})
