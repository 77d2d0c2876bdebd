import { randomUUID } from 'node:crypto'
import { engines } from '@rolecall/db/testing'
import type { Invite, Invited, MemberPage, Put } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

describe.each(engines)('several people at once on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    const roles = {
      Bare: { permissions: ['team.view'] },
      Desk: { full_sections: ['inbox', 'team'], chat_scope: 'departments' as const, unassigned: false },
      Slim: { permissions: ['inbox.view'], chat_scope: 'departments' as const, unassigned: false },
    }
    server = await startApi(engine, { seed: { roles } })
  })
  afterAll(() => server.close())

  const boss = () => server.as('Administrator')
  const email = () => `${randomUUID()}@example.test`
  const invite = (by: string, emails: string[], role: string, departmentIds: string[] = []) =>
    server.as(by).post<Invited>('team.inviteSeveral', { emails, roleId: server.seed.roles[role], departmentIds })
  const open = async () => (await boss().get<Invite[]>('team.invites', { status: 'open' })).data

  it('are invited, each with a link of their own; who is here or invited already is told and left out', async () => {
    const [one, two, known] = [email(), email(), email()]
    expect((await invite('Administrator', [known], 'Agent')).data.made).toHaveLength(1)
    const here = server.seed.members.Agent.email
    const { sales } = server.seed.departments
    const { data } = await invite('Supervisor', [one, two, one.toUpperCase(), known, here], 'Support', [sales])
    expect(data.made.map((made) => made.email)).toEqual([one, two])
    expect(new Set(data.made.map(({ link }) => link)).size).toBe(2)
    expect(data.left).toEqual([
      { email: known, why: expect.stringContaining('open invitation already') },
      { email: here, why: expect.stringContaining('on the team has this email') },
    ])
    const rows = (await open()).filter((row) => [one, two].includes(row.email))
    expect(rows.map(({ role, departments }) => [role.name, departments.map(({ id }) => id)])).toEqual([
      ['Support', [sales]],
      ['Support', [sales]],
    ])
  })

  it('are not invited above whoever invites them, not one of them', async () => {
    const before = await stateOf(server.database)
    expect((await invite('Supervisor', [email(), email()], 'Administrator')).refusal).toMatchObject({
      permission: 'team.administrators',
    })
    expect(await stateOf(server.database)).toEqual(before)
  })

  const idOf = (who: string) => server.seed.members[who]?.id ?? ''
  const change = (by: string, ...changes: [string, string[], string[]][]) =>
    server.as(by).post<Put>('team.changeDepartments', {
      changes: changes.map(([who, add, remove]) => ({ memberId: idOf(who), add, remove })),
    })
  const placed = async (who: string) => {
    const { data } = await boss().get<MemberPage>('team.members')
    return data.rows.find(({ id }) => id === idOf(who))?.departments.map(({ id }) => id)
  }

  it('get departments, lose others, and keep the rest', async () => {
    const { sales, help } = server.seed.departments
    expect((await boss().post('team.setDepartments', { memberId: idOf('Slim'), departmentIds: [sales] })).status).toBe(
      200,
    )
    const done = await change('Administrator', ['Slim', [help], []], ['Support', [help], []])
    expect(done.data).toEqual({ changed: 2, undo: true })
    expect((await placed('Slim'))?.toSorted()).toEqual([help, sales].toSorted())
    expect(await placed('Support')).toEqual([help])
    expect((await change('Administrator', ['Slim', [], [help, sales]], ['Support', [], [help]])).data.changed).toBe(2)
    expect(await placed('Slim')).toEqual([])
    expect((await change('Administrator', ['Slim', [], [help]])).data).toEqual({ changed: 0, undo: false })
  })

  it('change together or not at all', async () => {
    const { help } = server.seed.departments
    const before = await stateOf(server.database)
    const { status } = await change('Supervisor', ['Slim', [help], []], ['Administrator', [help], []])
    expect(status).toBe(403)
    expect(await stateOf(server.database)).toEqual(before)
  })

  it('offers no way back that would open what is not seen', async () => {
    const { sales, help } = server.seed.departments
    await change('Administrator', ['Bare', [sales, help], []], ['Desk', [sales], []])
    expect((await change('Desk', ['Bare', [], [sales]])).data).toEqual({ changed: 1, undo: true })
    // To leave a department opens nothing; to be put back into it would.
    expect((await change('Desk', ['Bare', [], [help]])).data).toEqual({ changed: 1, undo: false })
    expect((await change('Desk', ['Bare', [help], []])).refusal).toMatchObject({ permission: 'team.departments' })
  })
})
