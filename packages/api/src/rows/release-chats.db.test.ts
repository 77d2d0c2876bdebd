import { type CustomRole, engines } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plant } from '../testing/plant.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

const sections = ['inbox', 'contacts', 'reports', 'team', 'audit']
const roles = {
  /** What nobody has, wherever it waits, and what is their own: whatever becomes free they see. */
  Free: { full_sections: sections, chat_scope: 'mine', unassigned: true },
  /** Their departments, and what waits for none. */
  Desk: { full_sections: sections, chat_scope: 'departments', unassigned: true },
  /** The same without one of the rights on chats. */
  Weak: {
    full_sections: ['contacts', 'reports', 'team'],
    permissions: ['inbox.view', 'inbox.reply', 'inbox.assign', 'inbox.close'],
    chat_scope: 'departments',
    unassigned: true,
  },
  Mate: { permissions: ['inbox.view'], chat_scope: 'mine', unassigned: false },
  Pal: { permissions: ['inbox.view'], chat_scope: 'mine', unassigned: false },
} satisfies Record<string, CustomRole>

describe.each(engines)('chats of who goes, on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles } })
    for (const who of ['Desk', 'Weak']) await put(who, [app.seed.departments.sales])
  })
  afterAll(() => app.close())

  const put = async (who: string, departmentIds: string[]) => {
    const input = { memberId: idOf(who), departmentIds }
    expect((await app.as('Administrator').post('team.setDepartments', input)).status).toBe(200)
  }

  const idOf = (who: string) => app.seed.members[who]?.id ?? ''
  const chat = async (assignee: string | null, departmentId: string | null) => {
    const assigneeId = assignee === null ? null : idOf(assignee)
    const { chatIds } = await plant(app, [{ assigneeId, departmentId }])
    return chatIds[0] ?? ''
  }
  const sees = async (who: string, chatId: string) => (await app.as(who).get('inbox.thread', { chatId })).status === 200
  interface Thread {
    chat: { assignee: { id: string; name: string } | null; department: { id: string; name: string } | null }
  }
  const thread = async (chatId: string) =>
    (await app.as('Administrator').get<Thread>('inbox.thread', { chatId })).data.chat
  const lastOf = async (action: string) => {
    const { data } = await app.as('Administrator').get<{ rows: { text: string }[] }>('audit.list', { action, limit: 1 })
    return data.rows[0]?.text
  }

  it('stay theirs where whoever sends them away does not see them', async () => {
    const hidden = await chat('Mate', app.seed.departments.sales)
    expect(await sees('Free', hidden)).toBe(false)
    const { data } = await app.as('Free').post('team.deactivate', { memberId: idOf('Mate') })
    expect(data).toMatchObject({ kept: 1 })
    expect(await sees('Free', hidden)).toBe(false)
    expect(await thread(hidden)).toMatchObject({ assignee: { id: idOf('Mate'), name: 'Mate Tester' } })
    expect(await lastOf('team.deactivate')).toContain('1 chat')
  })

  it('keep their assignee from being let in again by whoever does not see them', async () => {
    const { status, refusal } = await app.as('Free').post('team.reactivate', { memberId: idOf('Mate') })
    expect([status, refusal.code]).toEqual([403, 'PERMISSION_MISSING'])
    expect(refusal.message).toContain('Mate Tester has chats that you do not see')
    expect(refusal.message).toContain('Administrator Tester')
    expect((await app.as('Administrator').post('team.reactivate', { memberId: idOf('Mate') })).status).toBe(200)
  })

  it('are free where they are seen, with every right there is on them', async () => {
    const seen = await chat('Pal', app.seed.departments.sales)
    const weak = await app.as('Weak').post('team.deactivate', { memberId: idOf('Pal') })
    expect(weak.data).toMatchObject({ kept: 1 })
    expect((await app.as('Weak').post('team.reactivate', { memberId: idOf('Pal') })).status).toBe(200)
    const { data } = await app.as('Desk').post('team.deactivate', { memberId: idOf('Pal') })
    expect(data).toMatchObject({ kept: 0 })
    expect(await thread(seen)).toMatchObject({ assignee: null })
  })

  it('stay with somebody who has left, and nobody newly sees them', async () => {
    const hidden = await chat('Mate', app.seed.departments.help)
    const { data } = await app.as('Free').post<{ kept: number }>('team.remove', { memberId: idOf('Mate') })
    expect(data.kept).toBeGreaterThan(0)
    expect(await sees('Free', hidden)).toBe(false)
    expect(await thread(hidden)).toMatchObject({ assignee: { id: idOf('Mate'), name: 'Somebody who has left' } })
    const unassigned = { view: 'unassigned', status: 'open', limit: 100 }
    const { data: list } = await app.as('Administrator').get<{ rows: { id: string }[] }>('inbox.list', unassigned)
    expect(list.rows.map(({ id }) => id)).not.toContain(hidden)
    expect(await lastOf('team.remove')).toContain('stay closed')
  })

  it('deleting a department opens no chat of it to whoever deletes it', async () => {
    const { data } = await app
      .as('Administrator')
      .post<{ departmentId: string }>('departments.create', { name: 'Care' })
    const departmentId = data.departmentId
    const [hidden, own] = [await chat(null, departmentId), await chat('Desk', departmentId)]
    expect(await sees('Desk', hidden)).toBe(false)
    const deleted = await app.as('Desk').post('departments.delete', { departmentId })
    expect(deleted.data).toEqual({ departmentId, kept: 1 })
    expect(await sees('Desk', hidden)).toBe(false)
    expect(await thread(hidden)).toMatchObject({ department: { id: departmentId, name: 'A department that is gone' } })
    expect(await thread(own)).toMatchObject({ department: null })
    expect(await lastOf('departments.delete')).toContain('1 chat')
  })

  it('nor by whoever has not every right on chats, though they see them', async () => {
    const { sales } = app.seed.departments
    const hidden = await chat(null, sales)
    const { data } = await app.as('Weak').post<{ kept: number }>('departments.delete', { departmentId: sales })
    expect(data.kept).toBeGreaterThan(0)
    expect(await thread(hidden)).toMatchObject({ department: { id: sales, name: 'A department that is gone' } })
  })
})
