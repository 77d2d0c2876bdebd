import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { inUrl } from './settings/listen.ts'
import { SettingsError } from './settings/reader.ts'
import { readSettings } from './settings.ts'

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
  expect(readSettings({ ROLECALL_URL: 'https://Example.com/chat/' }).url).toBe('https://example.com/chat')
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

test.each([
  ['::1', '::1', '[::1]'],
  ['[::1]', '::1', '[::1]'],
  ['0.0.0.0', '0.0.0.0', 'localhost'],
  ['::', '::', 'localhost'],
  ['fe80::1%eth0', 'fe80::1%eth0', '[fe80::1]'],
  ['chat.lan', 'chat.lan', 'chat.lan'],
])('HOST=%s listens at %s and stands in an address as %s', (set, host, name) => {
  expect(readSettings({ HOST: set }).host).toBe(host)
  expect(inUrl(host, 'localhost')).toBe(name)
})

test('a database is found by a socket, and its user and password may stand apart', () => {
  const url = (env: Record<string, string>) => readSettings(env).databaseUrl
  expect(url({ DATABASE_URL: 'postgres://ana@/d?host=/run/pg' })).toBe('postgres://ana@localhost/d?host=/run/pg')
  expect(url({ DATABASE_URL: 'postgres:///d?host=/run/pg', PGUSER: 'ana' })).toBe(
    'postgres://ana@localhost/d?host=/run/pg',
  )
  const parts = { DATABASE_URL: 'postgres://h:5433/d', PGUSER: 'a@b', PGPASSWORD: 'p/#@%:?' }
  expect(url(parts)).toBe('postgres://a%40b:p%2F%23%40%25%3A%3F@h:5433/d')
  expect(url({ ...parts, DATABASE_URL: 'postgres://u:p@h/d' })).toBe('postgres://u:p@h/d')
})

test('proxies are addresses, networks and names of ranges, in four and in six', () => {
  const trust = readSettings({ ROLECALL_TRUST_PROXY: 'loopback, 10.1.0.0/16 2001:db8::/32,192.0.2.7' }).trustProxy
  const believed = ['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.1.2.3', '::ffff:10.1.2.3', '2001:db8::5', '192.0.2.7']
  expect(believed.filter((address) => !trust?.(address, 0))).toEqual([])
  expect(['10.2.0.1', '192.0.2.8', '2001:db9::1', ''].filter((address) => trust?.(address, 0))).toEqual([])
})

test('what an orchestrator sets for a service of our name is no slip', () => {
  const set = { ROLECALL_SERVICE_HOST: '10.0.0.1', ROLECALL_PORT: 'tcp://10.0.0.1:4000', ROLECALL_PORT_4000_TCP: 'x' }
  expect(readSettings(set).port).toBe(4000)
})
