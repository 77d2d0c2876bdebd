import { randomUUID } from 'node:crypto'
import { type CustomRole, engines } from '@rolecall/db/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clockOf, toldSince } from '../testing/outbox.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

const roles: Record<string, CustomRole> = {
  Night: { permissions: ['inbox.delete'] },
  Day: { permissions: ['inbox.view', 'reports.view'] },
  Maker: { permissions: ['roles.manage', 'inbox.delete'] },
}

describe.each(engines)('roles.delete on %s', (engine) => {
  let app: StartedApi
  beforeEach(async () => {
    app = await startApi(engine, { seed: { chats: false, roles } })
  })
  afterEach(() => app.close())

  const tenant = <T>(run: Parameters<typeof app.database.tenant<T>>[1]) => app.database.tenant(app.seed.accountId, run)
  const remove = (who: string, role: string, replacement: string | null, version = 1) =>
    app.as(who).post('roles.delete', {
      roleId: app.seed.roles[role],
      version,
      replacementId: replacement === null ? null : app.seed.roles[replacement],
    })
  const roleOf = async (who: string) => {
    const { name } = await tenant((tx) =>
      tx
        .selectFrom('member')
        .innerJoin('role', 'role.id', 'member.role_id')
        .select('role.name')
        .where('member.id', '=', app.seed.members[who]?.id ?? '')
        .executeTakeFirstOrThrow(),
    )
    return name
  }
  const invite = (email: string, more: { accepted_at?: Date; expires_at?: Date } = {}) =>
    tenant((tx) =>
      tx
        .insertInto('invite')
        .values({
          account_id: app.seed.accountId,
          id: randomUUID(),
          email,
          role_id: app.seed.roles['Night'] ?? '',
          token_hash: email,
          expires_at: new Date(Date.now() + 60_000),
          ...more,
        })
        .execute(),
    )
  const give = (who: string, what: { permission: string } | { role_id: string | undefined }) =>
    tenant((tx) =>
      tx
        .insertInto('member_grant')
        .values({
          account_id: app.seed.accountId,
          id: randomUUID(),
          member_id: app.seed.members[who]?.id ?? '',
          given_name: 'A test',
          ...what,
        })
        .execute(),
    )

  it('asks for the role that holders and invited get instead, and names no other by itself', async () => {
    await invite('one@example.test')
    const { status, refusal } = await remove('Administrator', 'Night', null)
    expect([status, refusal.code]).toEqual([409, 'CONFLICT'])
    expect(refusal.message).toBe('This role has 1 member and 1 open invitation. Choose the role that they get instead.')
    expect(await roleOf('Night')).toBe('Night')
    expect((await remove('Administrator', 'Night', 'Night')).refusal.code).toBe('CONFLICT')
  })

  it('gives them the replacement, ends it where it is held beside another, and says so', async () => {
    await invite('open@example.test')
    await invite('late@example.test', { expires_at: new Date(Date.now() - 1) })
    await invite('here@example.test', { accepted_at: new Date() })
    await give('Support', { role_id: app.seed.roles['Night'] })
    const before = await clockOf(app.database, app.seed.accountId)
    expect((await remove('Administrator', 'Night', 'Day')).data).toEqual({ roleId: app.seed.roles['Night'] })

    expect(await roleOf('Night')).toBe('Day')
    const left = await tenant(async (tx) => ({
      role: await tx.selectFrom('role').select('id').where('name', '=', 'Night').execute(),
      invites: await tx.selectFrom('invite').select(['email', 'role_id']).orderBy('email').execute(),
      grants: await tx.selectFrom('member_grant').select('id').execute(),
      audit: await tx.selectFrom('audit').selectAll().execute(),
    }))
    const role_id = app.seed.roles['Day']
    expect(left).toMatchObject({
      role: [],
      invites: [
        { email: 'late@example.test', role_id },
        { email: 'open@example.test', role_id },
      ],
      grants: [],
      audit: [
        {
          action: 'roles.delete',
          subject_id: app.seed.roles['Night'],
          detail: {
            role: 'Night',
            replacement: 'Day',
            members: ['Night Tester'],
            invites: ['open@example.test'],
            lines: ['2 members lose “Delete chats for good”', '1 member (Night Tester) gains “See reports”'],
          },
        },
      ],
    })
    const told = (await toldSince(app.database, app.seed.accountId, before)).map(({ member_id, data }) => [
      member_id,
      data,
    ])
    expect(told).toHaveLength(5)
    for (const who of ['Night', 'Support'])
      expect(told).toContainEqual([app.seed.members[who]?.id, { type: 'session' }])
    for (const kind of ['members', 'invites', 'roles']) expect(told).toContainEqual([null, { type: 'news', kind }])
    // What it was is still to be read.
    const { data } = await app.as('Supervisor').get<unknown[]>('roles.versions', { roleId: app.seed.roles['Night'] })
    expect(data).toMatchObject([{ version: 1, draft: { name: 'Night', permissions: ['inbox.delete'] } }])
  })

  it('needs no replacement where nobody holds it and nobody is invited any more', async () => {
    await invite('late@example.test', { expires_at: new Date(Date.now() - 1) })
    const { Agent } = app.seed.roles
    await tenant((tx) =>
      tx
        .updateTable('member')
        .set({ role_id: Agent })
        .where('role_id', '=', app.seed.roles['Night'] ?? '')
        .execute(),
    )
    expect((await remove('Administrator', 'Night', null)).status).toBe(200)
  })

  it.each([
    ['Administrator', 'Agent', null, 409, 'CONFLICT', undefined],
    ['Administrator', 'Night', 'Day', 409, 'CONFLICT', undefined, 2],
    // Above the deleter's own: the replacement, and the role.
    ['Maker', 'Night', 'Day', 403, 'PERMISSION_MISSING', 'reports.view'],
    ['Maker', 'Day', 'Night', 403, 'PERMISSION_MISSING', 'reports.view'],
    ['Supervisor', 'Night', 'Administrator', 403, 'PERMISSION_MISSING', 'team.administrators'],
  ] as const)(
    'refuses %s to delete %s in favour of %s',
    async (who, role, replacement, status, code, permission, version?: number) => {
      const answer = await remove(who, role, replacement, version)
      expect([answer.status, answer.refusal.code, answer.refusal.permission]).toEqual([status, code, permission])
      expect(await roleOf(role)).toBe(role)
    },
  )

  it('moves nobody who holds more beside the role than the deleter', async () => {
    await give('Night', { permission: 'billing.card' })
    const { refusal } = await remove('Supervisor', 'Night', 'Day')
    expect(refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'billing.card' })
    expect((await remove('Administrator', 'Night', 'Day')).status).toBe(200)
  })

  it('takes a way back to within the plan: a locked role goes, and gives nobody another locked one', async () => {
    await app.as('Administrator').post('billing.changePlan', { plan: 'pro' })
    const locked = async () => {
      const { data } = await app.as('Administrator').get<{ roles: { name: string; locked: boolean }[] }>('roles.list')
      return data.roles.filter(({ locked }) => locked).map(({ name }) => name)
    }
    const [first = '', second = '', ...rest] = await locked()
    expect(rest).toEqual([])
    const kept = Object.keys(roles).find((name) => name !== first && name !== second) ?? ''
    const refused = await remove('Administrator', first, second)
    expect(refused.refusal.code).toBe('NOT_NOW')
    expect(await roleOf(first)).toBe(first)
    expect((await remove('Administrator', first, kept)).status).toBe(200)
    // Locked only because of the one that goes: it may take the holders over.
    expect((await remove('Administrator', kept, second)).status).toBe(200)
    expect([await roleOf(first), await roleOf(kept), await locked()]).toEqual([second, second, []])
  })
})
