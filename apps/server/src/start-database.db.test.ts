import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { query } from '@rolecall/db/testing'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { type BadServer, notPostgres, ofVersion, silent } from './testing/bad-servers.ts'
import { fault, isSentence } from './testing/fault.ts'
import { run } from './testing/process.ts'

// What an operator may get wrong with DATABASE_URL, and the sentence for it.

const limited = `rolecall_limited_${randomBytes(6).toString('hex')}`
/** The roles of its second database. */
const theirs = ['app', 'search_rolecall_app'].map((role) => `rolecall_${role}_${limited}_2`)
/** Who made the PostgreSQL of the tests, elsewhere on it, or somebody else there. */
const at = (change: (url: URL) => void) => {
  const url = new URL(inject('rolecallServers').postgres)
  change(url)
  return url.href
}
const here = (port: number) => `postgres://u:hunter2@127.0.0.1:${port}/d`

let bad: { silent: BadServer; http: BadServer; old: BadServer }
beforeAll(async () => {
  bad = { silent: await silent(), http: await notPostgres(), old: await ofVersion('140012') }
  const { postgres } = inject('rolecallServers')
  await query(postgres, `create role ${limited} login password 'hunter2'`)
  for (const name of [limited, `${limited}_2`]) await query(postgres, `create database ${name} owner ${limited}`)
  for (const role of theirs) await query(postgres, `create role ${role} nologin`)
})
afterAll(async () => {
  const { postgres } = inject('rolecallServers')
  for (const name of [limited, `${limited}_2`]) await query(postgres, `drop database if exists ${name} with (force)`)
  await query(postgres, `drop role if exists ${[limited, ...theirs].join(', ')}`)
  await Promise.all(Object.values(bad).map((server) => server.close()))
})

/** Addresses, made once the servers of the tests are there. */
const databases: [what: string, url: () => string, says: RegExp | string][] = [
  [
    'another kind of database',
    () => 'mysql://u:hunter2@h/d',
    /^DATABASE_URL must be an address that begins with postgres/,
  ],
  ['no address', () => 'localhost', /^DATABASE_URL must be an address/],
  ['a slash in a password', () => 'postgres://u:hunter2/3@h/d', /^DATABASE_URL cannot be read .*PGPASSWORD.*%2F/],
  ['a number before the slash', () => 'postgres://u:12/hunter2@h/d', /^DATABASE_URL cannot be read .*PGPASSWORD/],
  ['a # in a password', () => 'postgres://u:hunter2#3@h/d', /^DATABASE_URL cannot be read .*PGPASSWORD/],
  ['a % in a password', () => 'postgres://u:hunter2%@h/d', /^DATABASE_URL cannot be read .*PGPASSWORD/],
  ['nobody there', () => here(1), /^No PostgreSQL answers at 127\.0\.0\.1:1 .*DATABASE_URL/],
  [
    'no such host',
    () => 'postgres://u:hunter2@no-such-host.invalid/d',
    /^There is no host no-such-host\.invalid .*DATABASE_URL/,
  ],
  [
    'no such socket',
    () => `postgres://u@/d?host=${tmpdir()}`,
    /^There is no PostgreSQL in \S+ \(no socket there\).*DATABASE_URL/,
  ],
  [
    'something else there',
    () => here(bad.http.port),
    /^What DATABASE_URL leads to, at 127\.0\.0\.1:\d+, cannot be used/,
  ],
  [
    'too old a server',
    () => here(bad.old.port),
    'DATABASE_URL leads to PostgreSQL 14. Rolecall needs 15 or later: update it.',
  ],
  [
    'a wrong password',
    () => at((url) => Object.assign(url, { password: 'hunter2' })),
    /does not let the user \w+ in .*DATABASE_URL/,
  ],
  ['no password', () => at((url) => Object.assign(url, { password: '' })), /does not let the user \w+ in .*PGPASSWORD/],
  [
    'a missing database',
    () => at((url) => Object.assign(url, { pathname: '/no_such' })),
    /^There is no database "no_such" at .*createdb no_such.*DATABASE_URL/,
  ],
  ...['prefer', 'require', 'verify-full'].map((mode): [string, () => string, RegExp] => [
    `sslmode=${mode} without TLS there`,
    () => at((url) => url.searchParams.set('sslmode', mode)),
    /speaks no TLS, and the sslmode of DATABASE_URL/,
  ]),
  [
    'a certificate that is not there',
    () => at((url) => url.searchParams.set('sslrootcert', '/no/ca.pem')),
    /^DATABASE_URL names the file \/no\/ca\.pem, which is not there/,
  ],
  [
    'no right to make roles',
    () => at((url) => Object.assign(url, { username: limited, password: 'hunter2', pathname: limited })),
    /may not make them\. Have an administrator of the database run: create role .*; create role .*; grant .*DATABASE_URL/,
  ],
  [
    'no right to the roles, which are there',
    () => at((url) => Object.assign(url, { username: limited, password: 'hunter2', pathname: `${limited}_2` })),
    /may not make them\. Have an administrator of the database run: alter role \S+ login [^;]*; grant [^;]*; Then set/,
  ],
  [
    'a schema, in the options',
    () => 'postgres://u@h/d?options=-c%20search_path%3Dx',
    /^DATABASE_URL asks for a schema \(a search_path in its options\)/,
  ],
  ['a schema, as others write it', () => 'postgres://u@h/d?schema=x', /^DATABASE_URL asks for a schema \(schema\)/],
]

it.each(databases)('says one sentence that names the setting: %s', async (_, url, says) => {
  const said = await fault({ DATABASE_URL: url() })
  expect(said).toMatch(says)
  isSentence(said)
})

it('a server that says nothing: the process ends with 1, in at most ten seconds', async () => {
  const began = performance.now()
  const { code, stdout, stderr } = await run('main.ts', [], { PORT: '0', DATABASE_URL: here(bad.silent.port) }).ended
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^The database server at 127\.0\.0\.1:\d+ cannot be reached.*DATABASE_URL\.\n$/)
  expect(performance.now() - began).toBeLessThan(10_000)
})
