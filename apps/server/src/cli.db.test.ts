import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { callOf, listen } from '@rolecall/api/testing'
import { engines, freshPostgres } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn, visit } from './testing/people.ts'
import { run, type Server, serve } from './testing/process.ts'

describe.each(engines)('the command line beside a running server on %s', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-cli-'))
  let env: Record<string, string>
  let drop: (() => Promise<void>) | undefined
  let server: Server
  beforeAll(async () => {
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
  const rolecall = (...args: string[]) => run('cli.ts', args, env).ended

  it('changes a role: the open stream is told within a second, the next call is refused', async () => {
    const supervisor = await signIn(server.url, 'Supervisor')
    const { email } = supervisor.session.member
    const stream = await listen(`${server.url}/live`, { cookie: supervisor.cookie })
    const range = { from: '2026-01-01', to: '2026-01-02', timeZone: 'UTC' }
    expect((await supervisor.get('reports.chats', range)).status).toBe(200)

    const done = await rolecall('members', 'set-role', email, 'Support')
    const acknowledged = performance.now()
    expect(done).toEqual({ code: 0, stdout: `${email} was Supervisor and is Support now.\n`, stderr: '' })
    const refused = await supervisor.get('reports.chats', range)
    expect(refused).toMatchObject({ status: 403, refusal: { permission: 'reports.view', role: 'Support' } })
    await stream.until((event) => event.type === 'session', 1000)
    expect(performance.now() - acknowledged).toBeLessThan(1000)
    expect((await rolecall('members', 'set-role', email, 'Supervisor')).code).toBe(0)
    stream.close()
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
    expect((await rolecall('members', 'set-role', email, 'King')).stderr).toContain('Administrator, Supervisor')
    const token = ['tokens', 'create', '--member', email, '--name', 'x', '--permissions']
    expect((await rolecall(...token, 'inbox.view,contacts.export')).stderr).toContain('contacts.export')
    expect((await rolecall(...token, 'inbox.fly')).stderr).toContain('inbox.fly')
  })

  it('opens no back door: without the key the operator’s address does not exist', async () => {
    const order = { verb: 'members set-role', email: 'x@example.test', role: 'Administrator' }
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

describe('the command line alone', () => {
  it('prints the permissions without any database', async () => {
    const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', ROLECALL_DATA: '/nonexistent/folder' }
    const { code, stdout, stderr } = await run('cli.ts', ['permissions', '--json'], env).ended
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

  it('says what it can', async () => {
    const { code, stdout } = await run('cli.ts', ['help'], {}).ended
    expect(code).toBe(0)
    expect(stdout).toContain('rolecall members set-role EMAIL ROLE')
  })
})
