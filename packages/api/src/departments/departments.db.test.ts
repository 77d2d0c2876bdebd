import { engines, seedAccount } from '@rolecall/db/testing'
import type { Department } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { listen } from '../testing/listen.ts'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

const permission = 'team.departments'

describe.each(engines)('departments on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, { seed: { roles: { ...narrowRoles, Nobody: { permissions: ['team.view'] } } } })
  })
  afterAll(() => server.close())

  const boss = () => server.as('Administrator')
  const list = async (role = 'Administrator') => (await server.as(role).get<Department[]>('departments.list')).data
  const named = async (name: string, role?: string) => (await list(role)).find((one) => one.name === name)

  it('are listed with their people, and with chats only as far as the reader sees them', async () => {
    expect(await named('sales')).toMatchObject({ members: [{ id: server.seed.members.Agent.id }], openChats: 1 })
    expect((await named('sales', 'Mine'))?.openChats).toBe(0)
    expect((await named('sales', 'Nobody'))?.openChats).toBe(0)
  })

  it('are made and renamed, each name once', async () => {
    const { data } = await boss().post<{ departmentId: string }>('departments.create', { name: 'Returns' })
    expect(await named('Returns')).toMatchObject({ id: data.departmentId, members: [], openChats: 0 })
    expect((await boss().post('departments.create', { name: 'RETURNS' })).refusal.code).toBe('CONFLICT')
    const rename = (name: string) => boss().post('departments.rename', { departmentId: data.departmentId, name })
    expect((await rename('Sales')).refusal.code).toBe('CONFLICT')
    expect((await rename('returns')).status).toBe(200)
    expect((await rename('Refunds')).status).toBe(200)
    expect(await named('Refunds')).toBeDefined()
  })

  it('answer for pages, which only who sees new chats may say', async () => {
    const { sales } = server.seed.departments
    const put = (pages: string[], role = 'Administrator') =>
      server.as(role).post('departments.setPages', { departmentId: sales, pages })
    expect((await put([' /shop ', '/shop', 'help.example'])).status).toBe(200)
    expect((await named('sales'))?.pages).toEqual(['/shop', 'help.example'])
    for (const role of ['Mine', 'Desk']) {
      const { status, refusal } = await put(['/all'], role)
      expect([status, refusal.code]).toEqual([403, 'PERMISSION_MISSING'])
    }
    expect((await put(['/free'], 'Free')).status).toBe(200)
    expect((await put([])).status).toBe(200)
    expect((await named('sales'))?.pages).toEqual([])
  })

  keepsContract(() => server, {
    path: 'departments.setPages',
    type: 'post',
    permission,
    good: ({ departments }) => ({ departmentId: departments.sales, pages: ['/shop'] }),
    bad: {
      departmentId: ['x', null],
      pages: [
        null,
        ['x'.repeat(201)],
        [7],
        Array(21)
          .fill('/a')
          .map((a, n) => a + n),
      ],
    },
    ids: { departmentId: (other) => other.departments.sales },
  })

  it('decide at once what a narrow role sees', async () => {
    const { Desk } = server.seed.members
    const { sales } = server.seed.chats
    const sees = async () => (await server.as('Desk').get('inbox.thread', { chatId: sales })).status === 200
    const put = (departmentIds: string[]) => boss().post('team.setDepartments', { memberId: Desk?.id, departmentIds })
    expect(await sees()).toBe(false)
    const stream = await listen(`${server.url}/live`, { cookie: server.cookie('Desk') })
    expect((await put([server.seed.departments.sales])).status).toBe(200)
    expect(await sees()).toBe(true)
    await stream.until(({ type }) => type === 'session')
    stream.close()
    expect((await put([])).status).toBe(200)
    expect(await sees()).toBe(false)
  })

  it('are opened to others only by who sees their chats', async () => {
    const { Desk, Free } = server.seed.members
    const { sales, help } = server.seed.departments
    await boss().post('team.setDepartments', { memberId: Desk?.id, departmentIds: [sales] })
    const put = (role: string, departmentIds: string[]) =>
      server.as(role).post('team.setDepartments', { memberId: server.seed.members['Nobody']?.id, departmentIds })
    expect((await put('Desk', [help])).refusal).toMatchObject({ code: 'PERMISSION_MISSING' })
    expect((await put('Desk', [sales])).status).toBe(200)
    expect((await put('Mine', [sales, help])).refusal).toMatchObject({ code: 'PERMISSION_MISSING' })
    expect((await put('Mine', [])).status).toBe(200)
    expect(Free).toBeDefined()
    const other = await seedAccount(server.database, { name: 'Elsewhere' })
    expect((await put('Administrator', [other.departments.sales])).status).toBe(404)
  })

  it('go, and leave their chats behind', async () => {
    const { help } = server.seed.departments
    const chatId = server.seed.chats.help
    expect((await boss().post('departments.delete', { departmentId: help })).status).toBe(200)
    const { data } = await boss().get<{ chat: { department: object | null } }>('inbox.thread', { chatId })
    expect(data.chat.department).toBeNull()
    expect(await named('help')).toBeUndefined()
  })

  const made = new Map<number, string>()
  beforeAll(async () => {
    for (const n of [0, 1, 2, 3]) {
      const { data } = await boss().post<{ departmentId: string }>('departments.create', { name: `Spare ${n}` })
      made.set(n, data.departmentId)
    }
  })
  keepsContract(() => server, {
    path: 'departments.create',
    type: 'post',
    permission,
    good: (_, n) => ({ name: `Good ${n}` }),
    bad: { name: ['', ' ', 7, 'x'.repeat(101), 'a\nb'] },
  })
  keepsContract(() => server, {
    path: 'departments.rename',
    type: 'post',
    permission,
    good: (_, n) => ({ departmentId: made.get(n) ?? '', name: `Other ${n}` }),
    bad: { name: ['', 7], departmentId: ['x', 7] },
    ids: { departmentId: ({ departments }) => departments.sales },
  })
  keepsContract(() => server, {
    path: 'departments.delete',
    type: 'post',
    permission,
    good: (_, n) => ({ departmentId: made.get(n) ?? '' }),
    bad: { departmentId: ['x', 7] },
    ids: { departmentId: ({ departments }) => departments.sales },
  })
})
