import { engines } from '@rolecall/db/testing'
import type { FirstStep, WidgetSeen } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

describe.each(engines)('the first steps on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: { Hands: { permissions: ['team.departments'] } } } })
  })
  afterAll(() => app.close())

  const steps = async (role: string) => (await app.as(role).get<FirstStep[]>('setup.steps')).data
  const idsOf = async (role: string) => (await steps(role)).map(({ id }) => id)

  keepsContract(() => app, { path: 'widget.seen', type: 'get', permission: 'widget.customize', good: () => undefined })

  it('are there for whoever may do them', async () => {
    expect(await idsOf('Administrator')).toEqual(['invite', 'widget', 'departments'])
    expect(await idsOf('Agent')).toEqual(['widget'])
    expect(await idsOf('Hands')).toEqual(['departments'])
    expect(await idsOf('Support')).toEqual([])
  })

  it('are done by what is so', async () => {
    const done = async () => Object.fromEntries((await steps('Administrator')).map(({ id, done }) => [id, done]))
    expect(await done()).toEqual({ invite: true, widget: false, departments: true })
    expect((await app.as('Agent').get<WidgetSeen | null>('widget.seen')).data).toBeNull()
    const page = 'https://shop.example/cart'
    await app.with({ referer: page }).get('visitor.config', { account: app.seed.accountId })
    await app.api.sightings.flush()
    expect((await done())['widget']).toBe(true)
    const { data } = await app.as('Agent').get<WidgetSeen | null>('widget.seen')
    expect(data).toEqual({ page, firstAt: data?.lastAt, lastAt: expect.any(String) })

    await app.database.tenant(app.seed.accountId, async (tx) => {
      await tx.deleteFrom('chat').execute()
      await tx.deleteFrom('department').execute()
      await tx.deleteFrom('member').where('id', '<>', app.seed.members.Administrator.id).execute()
    })
    expect(await done()).toEqual({ invite: false, widget: true, departments: false })
    await app.as('Administrator').post('team.invite', {
      email: 'ana@example.test',
      roleId: app.seed.roles.Agent,
      departmentIds: [],
    })
    expect((await done())['invite']).toBe(true)
  })
})
