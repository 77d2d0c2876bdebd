import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asNobody } from './testing/as-nobody.ts'
import { type Env, fault, isSentence } from './testing/fault.ts'
import { run } from './testing/process.ts'

// What an operator may get wrong, and the sentence for it. A row is what it is about, the environment, and what is said.
// What is wrong with DATABASE_URL has a file of its own.

type Row = [what: string, env: Env, says: RegExp | string]

const tests = mkdtempSync(join(tmpdir(), 'rolecall-start-'))
const folder = (name: string) => join(tests, name)

let taken: Server
beforeAll(async () => {
  taken = createServer()
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done))
  writeFileSync(folder('file'), 'not a folder')
  for (const name of ['full', 'foreign', 'other', 'other/pglite']) mkdirSync(folder(name))
  symlinkSync('/dev/full', folder('full/rolecall.probe'))
  writeFileSync(folder('other/pglite/PG_VERSION'), '9\n')
})
afterAll(async () => {
  await new Promise((done) => taken.close(done))
  rmSync(tests, { recursive: true, force: true })
})

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
describe('a start with a fault says one sentence that names the setting', () => {
  it.each([...listening, ...addresses, ...others, ...folders])('%s', async (_, env, says) => {
    const said = await fault(env)
    expect(said).toMatch(says)
    isSentence(said)
  })

  it('a port that is taken', async () => {
    expect(await fault({ PORT: String((taken.address() as AddressInfo).port) })).toMatch(
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
])('the process says it and ends with 1, in at most ten seconds%s: %o', async (_, env, says) => {
  const began = performance.now()
  const { code, stdout, stderr } = await run('main.ts', [], { PORT: '0', ROLECALL_DATA: folder('data'), ...env }).ended
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr.trimEnd()).toMatch(says)
  isSentence(stderr.trimEnd())
  expect(performance.now() - began).toBeLessThan(10_000)
})
