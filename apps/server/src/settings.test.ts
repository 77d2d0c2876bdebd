import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, SettingsError } from './settings.ts'

test('with nothing set: port 4000 of this machine only, an embedded database, no demo', () => {
  expect(readSettings({})).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    dataDir: resolve('.rolecall'),
    databaseUrl: undefined,
    demo: false,
  })
})

test('reads what is set, and takes an empty variable for none', () => {
  const env = { PORT: '0', ROLECALL_DATA: '/tmp/x', DATABASE_URL: 'postgres://u:p@h/d', SMTP_URL: '', HOST: '0.0.0.0' }
  expect(readSettings(env, ['--demo'])).toMatchObject({
    port: 0,
    host: '0.0.0.0',
    dataDir: '/tmp/x',
    databaseUrl: 'postgres://u:p@h/d',
    smtpUrl: undefined,
    demo: true,
  })
  expect(readSettings({ ROLECALL_URL: 'https://chat.example.com//' }).url).toBe('https://chat.example.com')
})

test.each([
  [{ PORT: '70000' }, 'PORT'],
  [{ PORT: '4000x' }, 'PORT'],
  [{ DATABASE_URL: 'mysql://u:hunter2@h/d' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgres://h/d', ROLECALL_MIGRATE_URL: 'mysql://u:hunter2@h/d' }, 'ROLECALL_MIGRATE_URL'],
  [{ ROLECALL_MIGRATE_URL: 'postgres://u:hunter2@h/d' }, 'DATABASE_URL'],
  [{ ROLECALL_LISTEN_URL: 'postgres://u:hunter2@h/d' }, 'DATABASE_URL'],
  [{ ROLECALL_DB_POOL: '0' }, 'ROLECALL_DB_POOL'],
  [{ ROLECALL_DB_POOL: 'many' }, 'ROLECALL_DB_POOL'],
  [{ ROLECALL_DB_POOL: '1001' }, 'ROLECALL_DB_POOL'],
  [{ ROLECALL_URL: 'chat.example.com' }, 'ROLECALL_URL'],
  [{ SMTP_URL: 'mail' }, 'SMTP_URL'],
  [{ ROLECALL_SECRET: 'short' }, 'ROLECALL_SECRET'],
])('refuses %o and names the variable, without repeating a secret', (env, name) => {
  expect(() => readSettings(env)).toThrow(SettingsError)
  expect(() => readSettings(env)).toThrow(name)
  expect(() => readSettings(env)).not.toThrow(/hunter2|short"/)
})

test('refuses an option that does not exist', () => {
  expect(() => readSettings({}, ['--dmeo'])).toThrow('--dmeo')
})
