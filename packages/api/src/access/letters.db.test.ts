import { engines } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/index.ts'

describe.each(engines)('letters about access on %s', (engine) => {
  let at: StartedApi
  beforeAll(async () => {
    at = await startApi(engine, { seed: { chats: false } })
  })
  afterAll(() => at.close())

  const boss = () => at.as('Administrator')
  const ask = async (permission: string) =>
    (await at.as('Support').post<{ requestId: string }>('access.request', { permission, reason: 'Month’s end' })).data
      .requestId
  const waiting = async (role = 'Administrator') =>
    (await at.as(role).get<{ count: number }>('access.waiting')).data.count
  const sent = async () => (await at.mailed()).splice(0)

  it('go to those who could give it, and the answer to whoever asked; meanwhile it is counted', async () => {
    const requestId = await ask('reports.view')
    const asked = await sent()
    const { Administrator, Supervisor, Support } = at.seed.members
    expect(asked.map(({ to }) => to).toSorted()).toEqual([Administrator.email, Supervisor.email])
    expect(asked[0]?.subject).toBe('Support Tester asks for access in Harbour Books')
    expect(asked[0]?.text).toContain('Support Tester asks for “See reports”.')
    expect(asked[0]?.text).toContain('Month’s end')
    expect(asked[0]?.text).toContain(`${at.url}/settings/requests`)
    expect([await waiting(), await waiting('Supervisor')]).toEqual([1, 1])
    expect((await at.as('Agent').get('access.waiting')).status).toBe(403)

    expect((await boss().post('access.refuse', { requestId, answer: 'After your training' })).status).toBe(200)
    const [no] = await sent()
    expect(no).toMatchObject({ to: Support.email, subject: 'Your request for access in Harbour Books' })
    expect(no?.text).toMatch(/^Administrator Tester said no to “See reports”\.\n\n“After your training”/)
    expect(await waiting()).toBe(0)

    const again = await ask('reports.view')
    await sent()
    const until = new Date(Date.now() + 3_600_000).toISOString()
    expect((await boss().post('access.grant', { requestId: again, roleId: null, until })).status).toBe(200)
    const [yes] = await sent()
    expect(yes?.to).toBe(Support.email)
    expect(yes?.text).toMatch(/^Administrator Tester gave you “See reports”\./)
    expect(yes?.text).toContain(`${at.url}/settings/own`)
  })

  it('of more than five in an hour stand on the page alone', async () => {
    for (const permission of ['contacts.delete', 'audit.view', 'billing.view', 'roles.view', 'team.view'])
      await ask(permission)
    const about = new Set((await sent()).map(({ text }) => text.split('\n')[0]))
    expect(about.size).toBe(3)
    expect(await waiting()).toBe(5)
  })
})
