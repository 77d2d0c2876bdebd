import { setTimeout as wait } from 'node:timers/promises'
import { type Seed, type SeedOptions, seedAccount } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionCookie } from '../guard/cookie.ts'
import { type Answer, callOf, type StartedApi, startApi } from '../testing/index.ts'
import { inLanes, trials } from '../testing/lanes.ts'
import { secret } from '../testing/start.ts'

// reliability.md 7. On PostgreSQL only: an embedded database has one connection, so nothing there ever races.

const draft = (name: string, permissions: string[] = []) => ({
  name,
  permissions,
  fullSections: [],
  chats: 'mine',
  unassigned: false,
})

describe('races of roles on postgres', () => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi('postgres', { seed: { chats: false } })
  })
  afterAll(() => server.close())

  const as = (session: string) =>
    callOf(server.url, { cookie: sessionCookie(server.url, secret).set(session).split(';')[0] ?? '' })
  const tenant = <T>(seed: Seed, run: Parameters<typeof server.database.tenant<T>>[1]) =>
    server.database.tenant(seed.accountId, run)

  /** Runs the trials and counts what was answered. */
  async function tried(options: SeedOptions, each: (seed: Seed, trial: number) => Promise<Answer[]>) {
    const seen: Record<string, number> = {}
    const account = () => seedAccount(server.database, { chats: false, ...options })
    await inLanes(account, async (seed, trial) => {
      for (const { status, refusal } of await each(seed, trial)) {
        const outcome = status === 200 ? 'done' : refusal.code
        seen[outcome] = (seen[outcome] ?? 0) + 1
      }
    })
    return seen
  }
  const customRoles = (seed: Seed) =>
    tenant(seed, (tx) => tx.selectFrom('role').select(['id', 'version']).where('preset', 'is', null).execute())
  const noCustomRoles = (seed: Seed) =>
    tenant(seed, (tx) => tx.deleteFrom('role').where('preset', 'is', null).execute())

  it(`makes exactly one custom role on Pro in each of ${trials} rounds of five at once`, async () => {
    const seen = await tried({ plan: 'pro' }, async (seed) => {
      await noCustomRoles(seed)
      const { Administrator, Supervisor } = seed.members
      const answers = await Promise.all(
        [0, 1, 2, 3, 4].map((n) =>
          as((n % 2 ? Supervisor : Administrator).session).post('roles.create', {
            draft: draft(`Role ${n}`),
            from: null,
          }),
        ),
      )
      expect(await customRoles(seed)).toHaveLength(1)
      return answers
    })
    expect(seen).toEqual({ done: trials, NOT_NOW: trials * 4 })
  }, 120_000)

  it(`makes no role after the plan went down, in ${trials} trials`, async () => {
    const seen = await tried({}, async (seed, trial) => {
      await noCustomRoles(seed)
      await tenant(seed, (tx) =>
        tx.updateTable('account').set({ plan: 'unlimited' }).where('id', '=', seed.accountId).execute(),
      )
      const { Administrator, Supervisor } = seed.members
      const [change, ...made] = await Promise.all([
        wait(trial % 5).then(() => as(Administrator.session).post('billing.changePlan', { plan: 'basic' })),
        ...[0, 1, 2, 3].map((n) =>
          wait(n * 2).then(() =>
            as(Supervisor.session).post('roles.create', { draft: draft(`Role ${n}`), from: null }),
          ),
        ),
      ])
      expect(change.status).toBe(200)
      // Event ids are in commit order, so they tell which commit came first.
      const rows = await tenant(seed, (tx) =>
        tx
          .selectFrom('event')
          .select(['id', 'data'])
          .where('type', '=', 'news')
          .orderBy('id', 'desc')
          .limit(5)
          .execute(),
      )
      const down = rows.find(({ data }) => (data as { kind: string }).kind === 'plan')?.id ?? 0
      expect(rows.filter(({ id }) => id > down)).toEqual([])
      expect(await customRoles(seed)).toHaveLength(made.filter(({ status }) => status === 200).length)
      return made
    })
    // It was a race: both sides won some.
    expect(Object.keys(seen).toSorted()).toEqual(['NOT_NOW', 'done'])
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(trials / 20)
  }, 120_000)

  it(`saves one of two edits of the same version, ${trials} times`, async () => {
    const seen = await tried({ roles: { Night: {} } }, async (seed) => {
      const roleId = seed.roles['Night']
      const [role] = await customRoles(seed)
      const version = role?.version ?? 0
      const { Administrator, Supervisor } = seed.members
      const save = ({ session }: { session: string }, name: string) =>
        as(session).post('roles.edit', { roleId, version, draft: draft(`${name} ${version}`) })
      const answers = await Promise.all([save(Administrator, 'First'), save(Supervisor, 'Second')])
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
      const kept = await tenant(seed, (tx) =>
        tx
          .selectFrom('role_version')
          .select('version')
          .where('role_id', '=', roleId ?? '')
          .orderBy('version')
          .execute(),
      )
      expect(kept.map(({ version }) => version)).toEqual(Array.from({ length: version + 1 }, (_, n) => n + 1))
      return answers
    })
    expect(seen).toEqual({ done: trials, CONFLICT: trials })
  }, 120_000)

  it(`leaves nobody without a role when theirs goes as they get it, ${trials} times`, async () => {
    const seen = await tried({}, async (seed, trial) => {
      const { Administrator, Supervisor, Agent, Support } = seed.members
      const { data } = await as(Administrator.session).post<{ roleId: string }>('roles.create', {
        draft: draft(`Role ${trial}`),
        from: null,
      })
      const set = (memberId: string) => as(Supervisor.session).post('team.setRole', { memberId, roleId: data.roleId })
      // Every other time without a replacement: then it goes only while nobody holds it.
      const replacementId = trial % 2 ? seed.roles.Agent : null
      const [deleted, ...given] = await Promise.all([
        wait(trial % 3).then(() =>
          as(Administrator.session).post('roles.delete', { roleId: data.roleId, version: 1, replacementId }),
        ),
        wait(trial % 7).then(() => set(Agent.id)),
        wait(trial % 11).then(() => set(Support.id)),
      ])
      const held = await tenant(seed, (tx) =>
        tx
          .selectFrom('member')
          .leftJoin('role', (on) =>
            on.onRef('role.account_id', '=', 'member.account_id').onRef('role.id', '=', 'member.role_id'),
          )
          .select(['member.id', 'role.id as role_id'])
          .execute(),
      )
      expect(held).toHaveLength(4)
      for (const { role_id } of held) expect(role_id).not.toBeNull()
      const holders = held.filter(({ role_id }) => role_id === data.roleId)
      if (deleted.status === 200) expect(holders).toEqual([])
      else {
        expect([replacementId, deleted.refusal.code]).toEqual([null, 'CONFLICT'])
        expect(deleted.refusal.message).toContain('Choose the role that they get instead.')
      }
      for (const { status, refusal } of given) if (status !== 200) expect(refusal.code).toBe('NOT_FOUND')
      return [deleted, ...given]
    })
    expect(Object.keys(seen).toSorted()).toEqual(['CONFLICT', 'NOT_FOUND', 'done'])
  }, 120_000)

  it(`commits no write under what a role was before it was edited, in ${trials} trials`, async () => {
    const permissions = ['inbox.reply']
    const options = { chats: true, roles: { Night: { permissions } } }
    const seen = await tried(options, async (seed, trial) => {
      const roleId = seed.roles['Night']
      const [role] = await customRoles(seed)
      const edit = (version: number, ticks: string[]) =>
        as(seed.members.Administrator.session).post('roles.edit', {
          roleId,
          version,
          draft: { ...draft('Night', ticks), chats: 'all' },
        })
      const version = role?.version ?? 0
      const given = await edit(version, permissions)
      const now = (given.data as { version: number }).version
      const say = (delay: number) =>
        wait(delay).then(() =>
          as(seed.members['Night']?.session ?? '').post('inbox.note', {
            chatId: seed.chats.unassigned,
            id: crypto.randomUUID(),
            body: `Trial ${trial}`,
          }),
        )
      const writes = [0, 2, 5, 10, 20, 30].map(say)
      expect((await wait(trial % 7).then(() => edit(now, ['inbox.view']))).status).toBe(200)
      const after = await say(0)
      expect(after.refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'inbox.reply', role: 'Night' })
      const answers = await Promise.all(writes)
      const rows = await tenant(seed, (tx) =>
        tx.selectFrom('event').select(['id', 'type']).orderBy('id', 'desc').limit(20).execute(),
      )
      const edited = rows.find(({ type }) => type === 'session')?.id ?? 0
      expect(rows.filter(({ id, type }) => id > edited && type === 'message')).toEqual([])
      return answers
    })
    expect(Object.keys(seen).toSorted()).toEqual(['PERMISSION_MISSING', 'done'])
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(trials / 20)
  }, 120_000)
})
