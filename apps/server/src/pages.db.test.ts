import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { callOf } from '@rolecall/api/testing'
import { freshPostgres } from '@rolecall/db/testing'
import { defaultRoleNames } from '@rolecall/permissions'
import type { Contact, Report, WidgetConfig } from '@rolecall/protocol'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from './server.ts'
import { readSettings } from './settings.ts'
import { signIn } from './testing/people.ts'

let folder: string
let database: Awaited<ReturnType<typeof freshPostgres>>
let server: RunningServer
const log = pino({ level: 'silent' })
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-pages-'))
  database = await freshPostgres()
  server = await startServer(readSettings(env(), ['--demo']), log)
})
afterAll(async () => {
  await server.close()
  await database.drop()
  rmSync(folder, { recursive: true })
})
const env = () => ({ PORT: '0', DATABASE_URL: database.url, ROLECALL_DATA: folder })
const get = (path: string) => fetch(`${server.url}${path}`, { redirect: 'manual' })

describe('pages', () => {
  it('sends the front door to the console', async () => {
    expect((await get('/')).headers.get('location')).toBe('/console/')
    expect((await get('/console')).headers.get('location')).toBe('/console/')
    expect((await get('/settings')).headers.get('location')).toBe('/settings/')
  })

  it.each(['/console/inbox/all', '/settings/', '/settings/roles/new'])(
    'draws %s by files of ours alone',
    async (path) => {
      const answer = await get(path)
      expect(answer.status).toBe(200)
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'self'")
      expect(policy).not.toContain('unsafe')
      expect(answer.headers.get('cache-control')).toBe('no-cache')
      const text = await answer.text()
      expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/)
      const [, script = ''] = /<script type="module"[^>]*src="([^"]+)"/.exec(text) ?? []
      expect(script.split('/')[1]).toBe(path.split('/')[1])
      const file = await get(script)
      expect(file.status).toBe(200)
      expect(file.headers.get('cache-control')).toContain('immutable')
    },
  )

  it.each(['/demo/', '/demo/split', '/demo/shop', '/demo/demo.css'])(
    'serves %s without a word of inline script',
    async (path) => {
      const answer = await get(path)
      expect(answer.status).toBe(200)
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("frame-ancestors 'self'")
      expect(policy).not.toContain('unsafe')
      const text = await answer.text()
      expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/)
    },
  )

  it('lets any page hold the panel in a frame: a file, an app, one that is isolated', async () => {
    const { headers } = await get('/widget/panel')
    expect(headers.get('content-security-policy')).not.toContain('frame-ancestors')
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp')
    expect((await get('/widget.js')).headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  })

  it('answers an address that is none with 404, and keeps no copy of that', async () => {
    for (const path of [
      '/nothing',
      '/widget/nothing',
      '/console/no.js',
      '/settings/assets/no.js',
      '/demo/nothing',
      '/trpc/nothing.here',
    ]) {
      const answer = await get(path)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('cache-control') ?? '').not.toContain('max-age')
    }
  })
})

describe('the demo', () => {
  it.each(defaultRoleNames)('has a button and a member for %s', async (role) => {
    expect(await (await get('/demo/')).text()).toContain(`>Sign in as ${role}</button>`)
    const { session } = await signIn(server.url, role)
    expect(session.role.name).toBe(role)
    expect(session.account.name).toMatch(/demo/i)
  })

  it('takes no other role, no stranger’s page, and nothing that is not JSON', async () => {
    const post = (body: string, headers: Record<string, string>) =>
      fetch(`${server.url}/demo/sign-in`, { method: 'POST', headers, body })
    const json = { 'content-type': 'application/json', origin: server.url }
    expect((await post('{"role":"Owner"}', json)).status).toBe(400)
    expect((await post('{"role":"Agent","more":1}', json)).status).toBe(400)
    expect((await post('{"role":"Agent"}', { ...json, origin: 'https://evil.example' })).status).toBe(403)
    expect((await post('role=Agent', { ...json, 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(
      415,
    )
  })

  it('has chats in every view, contacts, and something to report', async () => {
    const { get } = await signIn(server.url, 'Supervisor')
    const list = await get<{ rows: unknown[]; counts: unknown }>('inbox.list', {
      view: 'all',
      status: 'open',
      limit: 100,
    })
    const closed = await get<{ rows: unknown[] }>('inbox.list', { view: 'all', status: 'closed', limit: 100 })
    expect(list.data.rows.length + closed.data.rows.length).toBeGreaterThanOrEqual(20)
    expect(list.data.counts).toMatchObject({ mine: 2, unassigned: 4 })
    const contacts = await get<{ rows: Contact[]; total: number }>('contacts.list', { limit: 100 })
    expect(contacts.data.total).toBe(25)
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
    const report = await get<Report>('reports.chats', { from: day(27), to: day(0), timeZone: 'UTC' })
    expect(report.data.total.chats).toBeGreaterThanOrEqual(20)
    expect(report.data.total.firstResponse).toBeGreaterThan(60)
  })

  it('is made once, and its shop page carries its account', async () => {
    const { session } = await signIn(server.url, 'Agent')
    const second = await startServer(readSettings(env(), ['--demo']), log)
    expect((await signIn(second.url, 'Agent')).session.account.id).toBe(session.account.id)
    await second.close()
    const [, account] = /data-account="([^"]+)"/.exec(await (await get('/demo/shop')).text()) ?? []
    expect(account).toBe(session.account.id)
    const config = await callOf(server.url, {}).get<WidgetConfig>('visitor.config', { account })
    // The demo's people have never had a page open.
    expect(config.data).toMatchObject({ shown: true, online: true, team: [] })
  })

  it.each([false, true])('is served below the path of ROLECALL_URL, by a proxy that takes it off: %s', async (off) => {
    const url = 'https://shared.example.com/chat'
    const below = await startServer(readSettings({ ...env(), ROLECALL_URL: url }, ['--demo']), log)
    const ask = (path: string, more: RequestInit = {}) =>
      fetch(`${below.at}${off ? '' : '/chat'}${path}`, { redirect: 'manual', ...more })
    const location = async (path: string) => (await ask(path)).headers.get('location')
    expect(await location('/')).toBe('/chat/console/')
    expect(await location('/settings')).toBe('/chat/settings/')
    for (const page of ['/console/', '/console/inbox/all', '/settings/roles/new']) {
      const text = await (await ask(page)).text()
      expect(text).toContain('<meta name="rolecall-root" content="/chat" />')
      const named = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address)
      expect(named.filter((address) => !address.startsWith('/chat/'))).toEqual([])
      for (const address of named) expect((await ask(address.slice('/chat'.length))).status).toBe(200)
    }
    const signing = { method: 'POST', headers: { 'content-type': 'application/json', origin: new URL(url).origin } }
    const signed = await ask('/trpc/demo.signIn', { ...signing, body: '{"role":"Agent"}' })
    expect(signed.headers.get('set-cookie')).toMatch(/^__Secure-rolecall\.session=.*; Path=\/chat; .*; Secure$/)
    const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect((await ask('/trpc/session.me', { headers: { cookie } })).status).toBe(200)
    expect((await ask('/readyz')).status).toBe(200)
    expect((await fetch(`${below.at}/chatter/console/`)).status).toBe(404)
    await below.close()
  })

  it('is not there without --demo', async () => {
    const plain = await startServer(readSettings(env()), log)
    expect((await fetch(`${plain.url}/demo/`)).status).toBe(404)
    expect((await callOf(plain.url, {}).post('demo.signIn', { role: 'Administrator' })).status).toBe(404)
    await plain.close()
  })
})
