import { randomUUID } from 'node:crypto'
import { engines } from '@rolecall/db/testing'
import type { LiveEvent, Message, Session } from '@rolecall/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Listening, listen, type StartedApi, startApi } from '../testing/index.ts'

/** Well under what a person notices; the product promises a second. */
const soon = 1000

describe.each(engines)('revocation on %s', (engine) => {
  let at: StartedApi
  beforeAll(async () => {
    at = await startApi(engine, {
      seed: { roles: { Blind: { permissions: ['reports.view'] }, Temp: { full_sections: ['inbox', 'contacts'] } } },
    })
  })
  afterAll(() => at.close())

  const member = (role: string) => listen(`${at.url}/live`, { cookie: at.cookie(role) })
  const say = async (body: string) => {
    const { secret } = at.seed.contacts[0] as { secret: string }
    const headers = { authorization: `Visitor ${secret}` }
    expect((await at.with(headers).post<Message>('visitor.say', { id: randomUUID(), body })).status).toBe(200)
  }
  const heard = (stream: Listening<LiveEvent>) => JSON.stringify(stream.heard)

  it('cuts what a new role does not see, before anything further is delivered', async () => {
    const [temp, agent] = await Promise.all([member('Temp'), member('Agent')])
    await say('before')
    await temp.until((one) => one.type === 'message')
    const input = { memberId: at.seed.members.Temp?.id, roleId: at.seed.roles.Blind }
    expect((await at.as('Administrator').post('team.setRole', input)).status).toBe(200)
    await say('after')
    await temp.until((one) => one.type === 'session', soon)
    await agent.until((one) => one.type === 'message' && one.message.body === 'after')
    await at.as('Administrator').post('switches.setOnline', { online: false })
    await temp.until((one) => one.type === 'switches', soon)
    expect(heard(temp)).not.toContain('"after"')
    expect(heard(agent)).not.toContain('"session"')

    // And back: the same stream carries chats again.
    await at.as('Administrator').post('team.setRole', { ...input, roleId: at.seed.roles.Temp })
    await say('again')
    await temp.until((one) => one.type === 'message' && one.message.body === 'again', soon)
    temp.close()
    agent.close()
  })

  it('never delivers under the old role what was said after the change was acknowledged', async () => {
    const input = { memberId: at.seed.members.Temp?.id }
    for (let round = 0; round < 20; round++) {
      const temp = await member('Temp')
      await at.as('Administrator').post('team.setRole', { ...input, roleId: at.seed.roles.Blind })
      await say(`secret ${round}`)
      await temp.until((one) => one.type === 'session', soon)
      await at.as('Administrator').post('team.setRole', { ...input, roleId: at.seed.roles.Temp })
      await say(`open ${round}`)
      await temp.until((one) => one.type === 'message' && one.message.body === `open ${round}`, soon)
      expect(heard(temp)).not.toContain(`secret ${round}`)
      temp.close()
    }
  })

  it('brings the session as it is then, so that nobody has to ask', async () => {
    const temp = await member('Temp')
    await at.as('Administrator').post('team.setRole', {
      memberId: at.seed.members.Temp?.id,
      roleId: at.seed.roles.Blind,
    })
    const { event: told } = await temp.until((one) => one.type === 'session', soon)
    temp.close()
    const { data } = await at.as('Temp').get<Session>('session.me')
    expect(data.role.name).toBe('Blind')
    expect(told).toEqual({ type: 'session', session: data })
    await at.as('Administrator').post('team.setRole', {
      memberId: at.seed.members.Temp?.id,
      roleId: at.seed.roles.Temp,
    })
  })

  it('ends with the session', async () => {
    const stream = await member('Supervisor')
    const answer = await fetch(`${at.url}/auth/sign-out`, {
      method: 'POST',
      headers: { cookie: at.cookie('Supervisor'), origin: at.url, 'content-type': 'application/json' },
      body: '{}',
    })
    expect(answer.status).toBe(200)
    await stream.until((one) => one.type === 'session', soon)
    await stream.ended
    expect((await member('Supervisor')).status).toBe(401)
  })

  it('ends when the member is deactivated', async () => {
    const stream = await member('Support')
    const { accountId, members } = at.seed
    const data = { type: 'session' }
    await at.database.tenant(accountId, async (tx) => {
      await tx.updateTable('member').set({ status: 'deactivated' }).where('id', '=', members.Support.id).execute()
      const event = { type: 'session', member_id: members.Support.id, data }
      await sql`select * from emit(${accountId}::uuid, ${JSON.stringify([event])}::jsonb)`.execute(tx)
    })
    // Another process did it: this one only hears of it.
    await at.database.notify({ accountId, id: await at.api.live.store.now(accountId) })
    await stream.until((one) => one.type === 'session', soon)
    await stream.ended
  })

  it('ends when the session runs out, though nobody says so', async () => {
    const stream = await member('Agent')
    const { members } = at.seed
    await at.database.db
      .updateTable('identity_session')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where('user_id', '=', members.Agent.userId)
      .execute()
    // What the heartbeat's interval does every 15 seconds, four times.
    for (let beats = 0; beats < 4; beats++) at.api.live.hub.beat()
    await stream.until((one) => one.type === 'session', soon)
    await stream.ended
  })
})
