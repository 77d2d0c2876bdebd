import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { query } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { begin } from './begin.ts'
import { explain } from './explain.ts'
import { asNobody } from './testing/as-nobody.ts'
import { type BadServer, notPostgres, ofVersion, silent } from './testing/bad-servers.ts'
import { run } from './testing/process.ts'

// What an operator may get wrong, and the sentence for it. A row is what it is about, the environment, and what is said.

type Env = Record<string, string>
type Row = [what: string, env: Env, says: RegExp | string]

const tests = mkdtempSync(join(tmpdir(), 'rolecall-start-'))
const folder = (name: string) => join(tests, name)
const limited = `rolecall_limited_${randomBytes(6).toString('hex')}`
/** Who made the PostgreSQL of the tests, elsewhere on it, or somebody else there. */
const at = (change: (url: URL) => void) => {
  const url = new URL(inject('rolecallServers').postgres)
  change(url)
  return url.href
}
const here = (port: number) => `postgres://u:hunter2@127.0.0.1:${port}/d`

let taken: Server
let bad: { silent: BadServer; http: BadServer; old: BadServer }
const portOf = (server: Server) => (server.address() as { port: number }).port

beforeAll(async () => {
  taken = createServer()
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done))
  bad = { silent: await silent(), http: await notPostgres(), old: await ofVersion('140012') }
  writeFileSync(folder('file'), 'not a folder')
  for (const name of ['full', 'foreign', 'other', 'other/pglite']) mkdirSync(folder(name))
  symlinkSync('/dev/full', folder('full/rolecall.probe'))
  writeFileSync(folder('other/pglite/PG_VERSION'), '9\n')
  const { postgres } = inject('rolecallServers')
  await query(postgres, `create role ${limited} login password 'hunter2'`)
  await query(postgres, `create database ${limited}`)
  await query(postgres, `create role ${limited}_2 login password 'hunter2'`)
  await query(postgres, `grant rolecall_app, rolecall_search to ${limited}_2`)
})
afterAll(async () => {
  const { postgres } = inject('rolecallServers')
  await query(postgres, `drop database if exists ${limited} with (force)`)
  await query(postgres, `drop role if exists ${limited}, ${limited}_2`)
  await Promise.all(Object.values(bad).map((server) => server.close()))
  await new Promise((done) => taken.close(done))
  rmSync(tests, { recursive: true, force: true })
})

/** What is said instead of starting. */
async function fault(env: Env): Promise<string> {
  const written: string[] = []
  const set = { HOST: '127.0.0.1', PORT: '0', ROLECALL_DATA: folder('data'), ...env }
  const started = await begin(set, [], { write: (line) => void written.push(line) }).catch(explain)
  if (typeof started === 'string') return started
  await started.server.close()
  return `It started: ${started.text}`
}

/** One sentence or a few, and nothing of the inside. */
function isSentence(said: string): void {
  expect(said).not.toMatch(/\n|\bat \S+:\d+:\d+|\w*Error: |hunter2/)
  expect(said).toMatch(/[.?);]$|npm start$/)
}

const listening: Row[] = [
  ['a name that is nobody', { HOST: 'no-such-host.invalid' }, /^HOST is no-such-host\.invalid, and no address/],
  [
    'an address of somebody else',
    { HOST: '203.0.113.7' },
    /^HOST is 203\.0\.113\.7, which is no address of this machine/,
  ],
  ['the same in six', { HOST: '[2001:db8::7]' }, /^HOST is 2001:db8::7, which is no address/],
  ['HOST with a port', { HOST: '127.0.0.1:4000' }, /^HOST is an address .* The port goes into PORT\.$/],
  ['HOST as an address of the web', { HOST: 'http://127.0.0.1' }, /^HOST is an address/],
  ['a port too high', { PORT: '65536' }, 'PORT is a number from 0 to 65535, not "65536".'],
  ['a port in words', { PORT: 'http' }, 'PORT is a number from 0 to 65535, not "http".'],
]
const addresses: Row[] = [
  ['ROLECALL_URL without a scheme', { ROLECALL_URL: 'chat.example.com' }, /^ROLECALL_URL must begin with http/],
  ['a port for a scheme', { ROLECALL_URL: 'localhost:4000' }, /^ROLECALL_URL must begin with http/],
  ['another scheme', { ROLECALL_URL: 'ftp://chat.example.com' }, /^ROLECALL_URL must begin with http/],
  ['no host', { ROLECALL_URL: 'https://' }, /^ROLECALL_URL must begin with http/],
  ['a question behind it', { ROLECALL_URL: 'https://chat.example.com/?x=1' }, /^ROLECALL_URL ends before/],
  ['a fragment behind it', { ROLECALL_URL: 'https://chat.example.com/#x' }, /^ROLECALL_URL ends before/],
  [
    'a path that is written otherwise somewhere',
    { ROLECALL_URL: 'https://example.com/ch"at' },
    /^ROLECALL_URL has a path with more/,
  ],
  ['somebody in it', { ROLECALL_URL: 'https://u:hunter2@chat.example.com' }, /^ROLECALL_URL takes no user/],
  ['mail of another kind', { SMTP_URL: 'http://mail.example.com' }, /^SMTP_URL must be an address such as smtp/],
  ['mail to nowhere', { SMTP_URL: 'smtp://' }, /^SMTP_URL must be/],
  ['a password that is not encoded', { SMTP_URL: 'smtp://u:hunter2%@mail.example.com' }, /^SMTP_URL must be .*%25/],
  [
    'a sender who is none',
    { SMTP_URL: 'smtp://m', ROLECALL_MAIL_FROM: 'Help' },
    /^ROLECALL_MAIL_FROM must be an e-mail/,
  ],
  ['a sender without mail', { ROLECALL_MAIL_FROM: 'a@b.test' }, /^ROLECALL_MAIL_FROM is set and SMTP_URL is not/],
]
const others: Row[] = [
  ['a secret too short', { ROLECALL_SECRET: 'hunter2' }, /^ROLECALL_SECRET must be at least 32 characters/],
  ['a level of the log', { ROLECALL_LOG: 'loud' }, /^ROLECALL_LOG is one of fatal/],
  [
    'every proxy',
    { ROLECALL_TRUST_PROXY: 'true' },
    /^ROLECALL_TRUST_PROXY does not know "true"\. It takes the addresses/,
  ],
  ['so many proxies', { ROLECALL_TRUST_PROXY: '1' }, /^ROLECALL_TRUST_PROXY does not know "1"\./],
  ['a proxy by name', { ROLECALL_TRUST_PROXY: 'loopback, nginx' }, /^ROLECALL_TRUST_PROXY does not know "nginx"\./],
  [
    'too wide a network',
    { ROLECALL_TRUST_PROXY: '10.0.0.0/33' },
    /^ROLECALL_TRUST_PROXY does not know "10\.0\.0\.0\/33"/,
  ],
  ['the whole internet', { ROLECALL_TRUST_PROXY: '0.0.0.0/0' }, /^ROLECALL_TRUST_PROXY does not know/],
  [
    'a slip of the pen',
    { ROLECALL_TRUST_PROXIES: '10.0.0.7' },
    /^There is no setting ROLECALL_TRUST_PROXIES\. Did you mean ROLECALL_TRUST_PROXY\?/,
  ],
  [
    'another slip',
    { ROLECAL_URL: '', ROLECALL_ULR: 'https://a.test' },
    /^There is no setting ROLECALL_ULR\. Did you mean ROLECALL_URL\?/,
  ],
  [
    'a setting of nobody',
    { ROLECALL_COLOUR_OF_DOORS: 'red' },
    /^There is no setting ROLECALL_COLOUR_OF_DOORS\. There are: ROLECALL_DATA, /,
  ],
]
const folders: Row[] = [
  [
    'a folder that is a file',
    { ROLECALL_DATA: folder('file') },
    /^The data folder \S+file cannot be used: it is a file\. .*ROLECALL_DATA/,
  ],
  [
    'a folder in a file',
    { ROLECALL_DATA: folder('file/data') },
    /^The data folder \S+ cannot be used: it, or what it lies in, is a file/,
  ],
  [
    'a disk that is full',
    { ROLECALL_DATA: folder('full') },
    /^The data folder \S+full cannot be used: its disk is full\./,
  ],
  [
    'a folder of something else',
    { ROLECALL_DATA: folder('other') },
    /^The data folder \S+ cannot be used: it cannot be opened as a database\./,
  ],
]
/** Filled once the servers of the tests are there. */
const databases = (): Row[] => [
  [
    'another kind of database',
    { DATABASE_URL: 'mysql://u:hunter2@h/d' },
    /^DATABASE_URL must be an address that begins with postgres/,
  ],
  ['no address', { DATABASE_URL: 'localhost' }, /^DATABASE_URL must be an address/],
  [
    'a slash in a password',
    { DATABASE_URL: 'postgres://u:hunter2/3@h/d' },
    /^DATABASE_URL cannot be read .*PGPASSWORD.*%2F/,
  ],
  [
    'a number before the slash',
    { DATABASE_URL: 'postgres://u:12/hunter2@h/d' },
    /^DATABASE_URL cannot be read .*PGPASSWORD/,
  ],
  ['a # in a password', { DATABASE_URL: 'postgres://u:hunter2#3@h/d' }, /^DATABASE_URL cannot be read .*PGPASSWORD/],
  ['a % in a password', { DATABASE_URL: 'postgres://u:hunter2%@h/d' }, /^DATABASE_URL cannot be read .*PGPASSWORD/],
  ['nobody there', { DATABASE_URL: here(1) }, /^No PostgreSQL answers at 127\.0\.0\.1:1 .*DATABASE_URL/],
  [
    'no such host',
    { DATABASE_URL: 'postgres://u:hunter2@no-such-host.invalid/d' },
    /^There is no host no-such-host\.invalid .*DATABASE_URL/,
  ],
  [
    'no such socket',
    { DATABASE_URL: `postgres://u@/d?host=${tests}` },
    /^There is no PostgreSQL in \S+ \(no socket there\).*DATABASE_URL/,
  ],
  [
    'something else there',
    { DATABASE_URL: here(bad.http.port) },
    /^What DATABASE_URL leads to, at 127\.0\.0\.1:\d+, cannot be used/,
  ],
  [
    'too old a server',
    { DATABASE_URL: here(bad.old.port) },
    'DATABASE_URL leads to PostgreSQL 14. Rolecall needs 15 or later: update it.',
  ],
  [
    'a wrong password',
    { DATABASE_URL: at((url) => Object.assign(url, { password: 'hunter2' })) },
    /does not let the user \w+ in .*DATABASE_URL/,
  ],
  [
    'no password',
    { DATABASE_URL: at((url) => Object.assign(url, { password: '' })) },
    /does not let the user \w+ in .*PGPASSWORD/,
  ],
  [
    'a missing database',
    { DATABASE_URL: at((url) => Object.assign(url, { pathname: '/no_such' })) },
    /^There is no database "no_such" at .*createdb no_such.*DATABASE_URL/,
  ],
  ...['prefer', 'require', 'verify-full'].map(
    (mode): Row => [
      `sslmode=${mode} without TLS there`,
      { DATABASE_URL: at((url) => url.searchParams.set('sslmode', mode)) },
      /speaks no TLS, and the sslmode of DATABASE_URL/,
    ],
  ),
  [
    'a certificate that is not there',
    { DATABASE_URL: at((url) => url.searchParams.set('sslrootcert', '/no/ca.pem')) },
    /^DATABASE_URL names the file \/no\/ca\.pem, which is not there/,
  ],
  [
    'no right to the roles, which exist',
    { DATABASE_URL: at((url) => Object.assign(url, { username: limited, password: 'hunter2', pathname: limited })) },
    /may not become them\. Have an administrator of the database run: grant \w+, \w+ to "\w+";$/,
  ],
  [
    'no right to make tables',
    {
      DATABASE_URL: at((url) =>
        Object.assign(url, { username: `${limited}_2`, password: 'hunter2', pathname: limited }),
      ),
    },
    /^The user of DATABASE_URL may not do what the start needs \(permission denied/,
  ],
]

describe('a start with a fault says one sentence that names the setting', () => {
  it.each([...listening, ...addresses, ...others, ...folders])('%s', async (_, env, says) => {
    const said = await fault(env)
    expect(said).toMatch(says)
    isSentence(said)
  })

  it('every fault of DATABASE_URL', async () => {
    for (const [, env, says] of databases()) {
      const said = await fault(env)
      expect(said).toMatch(says)
      isSentence(said)
    }
  })

  it('a port that is taken', async () => {
    expect(await fault({ PORT: String(portOf(taken)) })).toMatch(
      /^Port \d+ is taken by another program\. Stop that one/,
    )
  })

  it('a folder of another user', async () => {
    const said = await asNobody(folder('foreign'), () => fault({ ROLECALL_DATA: folder('foreign/data') }))
    expect(said).toMatch(
      /^The data folder \S+ cannot be used: the user that runs Rolecall \(number \d+\) may not write there/,
    )
    isSentence(said)
  })
})

it.each<Row>([
  ['', { HOST: 'no-such-host.invalid' }, /^HOST is no-such-host\.invalid/],
  ['', { ROLECALL_TRUST_PROXY: 'true' }, /^ROLECALL_TRUST_PROXY does not know "true"/],
  ['', { ROLECALL_DATA: folder('file') }, /^The data folder .* is a file/],
  ['', { DATABASE_URL: 'nobody there' }, /^The database server at 127\.0\.0\.1:\d+ cannot be reached.*DATABASE_URL/],
])('the process says it and ends with 1, in at most ten seconds%s: %o', async (_, env, says) => {
  const { DATABASE_URL } = env
  const set = {
    PORT: '0',
    ROLECALL_DATA: folder('data'),
    ...env,
    ...(DATABASE_URL && { DATABASE_URL: here(bad.silent.port) }),
  }
  const began = performance.now()
  const { code, stdout, stderr } = await run('main.ts', [], set).ended
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr.trimEnd()).toMatch(says)
  isSentence(stderr.trimEnd())
  expect(performance.now() - began).toBeLessThan(10_000)
})
