import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { callOf, listen } from '@rolecall/api/testing'
import { engines, freshFolder, freshPostgres } from '@rolecall/db/testing'
import type { AuditPage, RolesDocument } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer } from './cli/answer.ts'
import { signIn, visit } from './testing/people.ts'
import { type Ended, run, type Server, serve } from './testing/process.ts'

/** The order in this process, as it would end in one of its own: to start one takes longer than all that it does. */
async function orderHere(args: string[], env: Record<string, string>): Promise<Ended> {
  const { code, text } = await answer(args, env)
  return code === 0 ? { code, stdout: `${text}\n`, stderr: '' } : { code, stdout: '', stderr: `${text}\n` }
}

describe.each(engines)('the command line beside a running server on %s', (engine) => {
  let folder: string
  let env: Record<string, string>
  let drop: (() => Promise<void>) | undefined
  let server: Server
  beforeAll(async () => {
    folder = await freshFolder()
    env = { ROLECALL_DATA: folder }
    if (engine === 'postgres') {
      const database = await freshPostgres()
      drop = database.drop
      env['DATABASE_URL'] = database.url
    }
    server = await serve(env, ['--demo'])
  })
  afterAll(async () => {
    await server.stop()
    await drop?.()
    rmSync(folder, { recursive: true, force: true })
  })
  const rolecall = (...args: string[]) => orderHere(args, env)
  /** In a process of its own. */
  const really = (...args: string[]) => run('cli.ts', args, env).ended

  it('changes a role: the open stream is told within a second, the next call is refused', async () => {
    const supervisor = await signIn(server.url, 'Supervisor')
    const { email } = supervisor.session.member
    const stream = await listen(`${server.url}/live`, { cookie: supervisor.cookie })
    const range = { from: '2026-01-01', to: '2026-01-02', timeZone: 'UTC' }
    expect((await supervisor.get('reports.chats', range)).status).toBe(200)

    const rolecallOnce = engine === 'pglite' ? really : rolecall
    const done = await rolecallOnce('members', 'set-role', email, 'Support')
    const acknowledged = performance.now()
    expect(done).toEqual({ code: 0, stdout: `${email} was Supervisor and is Support now.\n`, stderr: '' })
    const refused = await supervisor.get('reports.chats', range)
    expect(refused).toMatchObject({ status: 403, refusal: { permission: 'reports.view', role: 'Support' } })
    await stream.until((event) => event.type === 'session', 1000)
    expect(performance.now() - acknowledged).toBeLessThan(1000)
    expect((await rolecall('members', 'set-role', email, 'Supervisor')).code).toBe(0)
    stream.close()
  })

  it('makes a link for a new password, which works in the running server, and tells what became of letters', async () => {
    const { session } = await signIn(server.url, 'Agent')
    const { email } = session.member
    const { code, stdout } = await rolecall('members', 'password-link', email)
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^http:\/\/[^/]+\/console\/reset#[0-9a-f]{64}\n$/)])
    const choose = () =>
      fetch(`${server.url}/auth/reset-password`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.url },
        body: JSON.stringify({ token: stdout.trim().split('#')[1], newPassword: 'a new sentence of mine' }),
      })
    expect([(await choose()).status, (await choose()).status]).toEqual([200, 400])

    const administrator = await signIn(server.url, 'Administrator')
    await fetch(`${server.url}/auth/request-password-reset`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ email }),
    })
    const letters = await rolecall('letters', '--member', administrator.session.member.email)
    expect(letters.stdout).toMatch(/^\S+ {2}reset {2}\S+ {2}unsendable {2}0 tried$/m)
  })

  it('takes roles out, says what another file would do, and does it only when told so', async () => {
    const administrator = await signIn(server.url, 'Administrator')
    const { email } = administrator.session.member
    const file = join(folder, 'roles.json')
    expect((await rolecall('roles', 'export', file, '--member', email)).code).toBe(0)
    const same = await rolecall('roles', 'diff', file, '--member', email, '--prune')
    expect(same.stdout).toContain('The roles are as the file says already.')

    const document = JSON.parse(readFileSync(file, 'utf8'))
    const night = document.roles.find((role: { name: string }) => role.name === 'Night shift')
    night.permissions = night.permissions.filter((name: string) => name !== 'inbox.assign')
    writeFileSync(file, JSON.stringify(document))
    const dry = await rolecall('roles', 'apply', file, '--member', email)
    expect(dry.stdout).toContain('3 members lose “Assign chats”')
    expect(dry.stdout).toContain('Nothing was changed.')
    const held = async () => {
      const { data } = await administrator.get<RolesDocument>('roles.export')
      return data.roles.find(({ name }) => name === 'Night shift')?.permissions
    }
    expect(await held()).toContain('inbox.assign')

    const done = await rolecall('roles', 'apply', file, '--member', email, '--yes')
    expect([done.code, done.stdout.trim().endsWith('Done.')]).toEqual([0, true])
    expect(await held()).toEqual(night.permissions)
    const { data } = await administrator.get<AuditPage>('audit.list', { action: 'roles.import' })
    expect(data.rows).toMatchObject([{ actor: { kind: 'operator' } }])
  })

  it('says where a file of roles is wrong, and changes nothing', async () => {
    const { session } = await signIn(server.url, 'Administrator')
    const file = join(folder, 'wrong.json')
    const apply = async (text: string) => {
      writeFileSync(file, text)
      return rolecall('roles', 'apply', file, '--member', session.member.email, '--yes')
    }
    expect(await apply('{')).toMatchObject({ code: 1, stderr: expect.stringContaining('is not JSON') })
    expect(await apply('{"version":2,"$schema":"","roles":[]}')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('This is no file of roles: version'),
    })
  })

  it('changes the plan, and says which roles that locks', async () => {
    const { session } = await signIn(server.url, 'Administrator')
    const set = (plan: string) => rolecall('plan', 'set', plan, '--member', session.member.email)
    const basic = await set('basic')
    expect(basic.stdout).toContain(
      'The plan was unlimited and is basic now. Locked, but working as before: Night shift',
    )
    expect((await set('gold')).stderr).toContain('There are: basic, pro, unlimited.')
    expect((await set('unlimited')).stdout).toContain('No longer locked: Night shift')
  })

  it('makes a token that carries what was chosen, and prints nothing but it', async () => {
    const agent = await signIn(server.url, 'Agent')
    const { email } = agent.session.member
    const { code, stdout } = await rolecall(
      ...['tokens', 'create', '--member', email, '--permissions', 'inbox.view,inbox.reply', '--name', 'Bot'],
    )
    expect(code).toBe(0)
    expect(stdout).toMatch(/^rc_[0-9a-f]{32}_[\w-]{43}\n$/)
    const bot = callOf(server.url, { authorization: `Bearer ${stdout.trim()}` })
    const { data } = await bot.get<{ permissions: string[] }>('session.me')
    expect(data.permissions).toEqual(['inbox.view', 'inbox.reply'])
    const { chatId } = await visit(server.url, agent.session.account.id, 'for the bot')
    expect((await bot.post('inbox.reply', { chatId, id: crypto.randomUUID(), body: 'beep' })).status).toBe(200)
    expect((await bot.post('inbox.close', { chatId })).status).toBe(403)
  })

  it.each([
    { args: ['members', 'set-role', 'nobody@example.test', 'Agent'], code: 1, says: 'nobody@example.test' },
    {
      args: ['tokens', 'create', '--member', 'x@example.test', '--permissions', 'inbox.view'],
      code: 2,
      says: '--name',
    },
    { args: ['members', 'promote'], code: 2, says: 'members promote' },
  ])('refuses $args in one line', async ({ args, code, says }) => {
    const ended = await rolecall(...args)
    expect(ended).toMatchObject({ code, stdout: '' })
    expect(ended.stderr).toMatch(/^[^\n]+\n$/)
    expect(ended.stderr).toContain(says)
  })

  it('names the roles, and the permission that a member lacks', async () => {
    const { email } = (await signIn(server.url, 'Support')).session.member
    expect((await rolecall('members', 'set-role', email, 'King')).stderr).toContain('There are: Administrator, Agent, ')
    const token = ['tokens', 'create', '--member', email, '--name', 'x', '--permissions']
    expect((await rolecall(...token, 'inbox.view,contacts.export')).stderr).toContain('contacts.export')
    expect((await rolecall(...token, 'inbox.fly')).stderr).toContain('inbox.fly')
  })

  it('opens no back door: without the key the operator’s address does not exist', async () => {
    const order = { verb: 'setRole', email: 'x@example.test', input: { role: 'Administrator' } }
    const ask = async (path: string, authorization: string, body: string) => {
      const headers = { 'content-type': 'application/json', authorization }
      const answer = await fetch(server.url + path, { method: 'POST', headers, body })
      return [answer.status, await answer.text()]
    }
    const nowhere = await ask('/nowhere', '', '{}')
    expect(nowhere[0]).toBe(404)
    for (const authorization of ['', 'Operator ', `Operator ${'A'.repeat(43)}`])
      for (const body of [JSON.stringify(order), '{', 'x'.repeat(1_100_000)])
        expect(await ask('/operator', authorization, body)).toEqual(nowhere)
  })
})

describe('the command line beside a server that listens elsewhere', () => {
  it('finds it where it listens, and gives a role whatever the case of its name', async () => {
    const folder = await freshFolder()
    // A Mac has one address of its own in four.
    const HOST = process.platform === 'darwin' ? '::1' : '127.0.0.2'
    const server = await serve({ ROLECALL_DATA: folder, HOST }, ['--demo'])
    const { session } = await signIn(server.url, 'Agent')
    const { email } = session.member
    const done = await orderHere(['members', 'set-role', email, 'night SHIFT'], { ROLECALL_DATA: folder })
    expect(done).toEqual({ code: 0, stdout: `${email} was Agent and is Night shift now.\n`, stderr: '' })
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })
})

describe('the command line alone', () => {
  it('prints the permissions without any database', async () => {
    const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', ROLECALL_DATA: '/nonexistent/folder' }
    const { code, stdout, stderr } = await orderHere(['permissions', '--json'], env)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(Object.keys(JSON.parse(stdout))).toEqual(['sections', 'roles'])
  })

  it('makes no database where there is none', async () => {
    const { code, stderr } = await run('cli.ts', ['members', 'set-role', 'a@b.test', 'Agent'], {
      ROLECALL_DATA: '/tmp/rolecall-there-is-none',
    }).ended
    expect(code).toBe(1)
    expect(stderr).toContain('There is no database in /tmp/rolecall-there-is-none')
  })

  it('says in one line what it did not understand', async () => {
    const { code, stdout, stderr } = await run('cli.ts', ['members', 'promote'], {}).ended
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(/^[^\n]*members promote[^\n]*\n$/)])
  })

  it('says what it can', async () => {
    const { code, stdout } = await orderHere(['help'], {})
    expect(code).toBe(0)
    expect(stdout).toContain('rolecall members set-role EMAIL ROLE')
  })
})
