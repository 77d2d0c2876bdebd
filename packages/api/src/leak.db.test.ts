import { asOwner, oneEngine } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callOf } from './testing/calls.ts'
import { type Planted, plant } from './testing/plant.ts'
import { narrowRoles } from './testing/roles.ts'
import { type StartedApi, startApi } from './testing/start.ts'
import { stateOf } from './testing/state.ts'

// What a role does not see must not be felt either. Every answer that a narrow role can get is taken before and after
// rows are planted outside its scope, and must be the same to the byte: no word of them, no id, no count, no order.

const narrow = ['Mine', 'Free', 'Desk'] as const
const today = new Date().toISOString().slice(0, 10)

/** How each question is put, where it takes something; for those that name a thing, by what the role sees itself. `marks`: words to search for. */
const questions: Record<string, (app: StartedApi, marks: string[]) => (object | undefined)[]> = {
  'session.why': () => [{ permission: 'contacts.details' }],
  'inbox.list': (_, marks) =>
    (['mine', 'unassigned', 'all'] as const).flatMap((view) =>
      (['open', 'closed'] as const).flatMap((status) => [
        { view, status, limit: 1 },
        { view, status, limit: 100 },
        ...marks.slice(0, 12).map((search) => ({ view, status, search })),
      ]),
    ),
  'inbox.thread': ({ seed }) => Object.values(seed.chats).map((chatId) => ({ chatId })),
  'contacts.list': (_, marks) => [{}, { limit: 1 }, ...marks.map((search) => ({ search }))],
  'contacts.get': ({ seed }) => seed.contacts.map(({ id }) => ({ contactId: id })),
  'reports.chats': () => ['UTC', 'Asia/Tokyo'].map((timeZone) => ({ from: addDays(-3), to: addDays(3), timeZone })),
  'team.members': (_, marks) => [undefined, ...marks.map((search) => ({ search }))],
  'team.member': ({ seed }) => Object.values(seed.members).map(({ id }) => ({ memberId: id })),
  'roles.get': ({ seed }) => Object.values(seed.roles).map((roleId) => ({ roleId })),
  'roles.versions': ({ seed }) => Object.values(seed.roles).map((roleId) => ({ roleId })),
  'roles.blast': ({ seed }) => [{ roleId: seed.roles['Desk'], draft: emptyDraft }],
  'roles.whoCan': () => [{ permission: 'inbox.view' }],
  'roles.whatCan': ({ seed }) => Object.values(seed.members).map(({ id }) => ({ memberId: id })),
  'team.roleEffect': ({ seed }) => [{ memberIds: [seed.members['Desk']?.id], roleId: seed.roles.Agent }],
  'questions.whyNot': ({ seed }) => membersOf(seed).map((memberId) => ({ memberId, permission: 'contacts.details' })),
  'questions.whoGave': ({ seed }) => membersOf(seed).map((memberId) => ({ memberId, permission: 'inbox.view' })),
  'questions.whoSees': ({ seed }) => [
    ...Object.values(seed.chats).map((chatId) => ({ chatId, contactId: null, at: null })),
    ...seed.contacts.map(({ id }) => ({ chatId: null, contactId: id, at: null })),
  ],
  'questions.roleThen': ({ seed }) =>
    Object.values(seed.roles).map((roleId) => ({ roleId, at: '2030-01-01T00:00:00Z' })),
  'audit.named': (_, marks) => marks.map((search) => ({ search })),
  'audit.list': (_, marks) => [{}, { action: 'inbox.' }, ...marks.map((search) => ({ search }))],
  'billing.previewPlan': () => [{ plan: 'pro' }],
}

const membersOf = ({ members }: StartedApi['seed']) => Object.values(members).map(({ id }) => id)

/** Every question that a member may be allowed to ask. */
const askedOf = ({ api }: StartedApi): string[] =>
  api.doors
    .filter(({ type, callers }) => type === 'query' && ['permission', 'member'].includes(callers.kind))
    .map(({ name }) => name)

const emptyDraft = { name: 'Empty', permissions: [], fullSections: [], chats: 'mine', unassigned: false }

describe.each(oneEngine)('leaks on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: narrowRoles } })
    const { accountId, departments, members } = app.seed
    const desk = { account_id: accountId, department_id: departments.sales, member_id: members['Desk']?.id ?? '' }
    await app.database.tenant(accountId, (tx) => tx.insertInto('department_member').values(desk).execute())
  })
  afterAll(() => app.close())

  it('asks every question that there is, and asks it rightly', async () => {
    const asked = askedOf(app)
    expect(asked.length).toBeGreaterThan(20)
    expect(Object.keys(questions).filter((name) => !asked.includes(name))).toEqual([])
    const answers = Object.entries(await everyAnswer(app, 'Administrator', ['probe']))
    expect(answers.filter(([, text]) => /INVALID_INPUT|INTERNAL/.test(text)).map(([question]) => question)).toEqual([])
  })

  it.each(narrow)('shows %s the same, to the byte, with and without what is hidden from it', async (role) => {
    const marks = [...Array(3).keys()].map((n) => `probe${n}`)
    const before = await everyAnswer(app, role, marks)
    const hidden = await plant(app, hiddenFrom(app, role), [knownTo(app, role)])
    // The same questions, now with the words of what is hidden in the searches.
    const after = await everyAnswer(app, role, marks)
    const probed = await everyAnswer(app, role, hidden.marks)
    expect(after).toEqual(before)
    const said = JSON.stringify([after, Object.values(probed)])
    expect(hidden.marks.filter((mark) => said.includes(mark))).toEqual([])
    for (const text of Object.keys(probed).filter((question) => question.includes('"search"'))) {
      if (hidden.marks.some((mark) => text.includes(mark))) expect(probed[text]).toMatch(/"(rows|data)":\[\]/)
    }
  })

  it.each(narrow)('shows %s no word of it either as an Administrator or in all departments', async (role) => {
    const hidden = await plant(app, hiddenFrom(app, role))
    const { members, roles, departments } = app.seed
    const draft = { ...emptyDraft, permissions: [], fullSections: ['inbox', 'contacts'], chats: 'departments' }
    const looks = [
      { roleId: null, draft: null, memberId: members.Administrator.id },
      { roleId: roles.Administrator, draft: null, departmentIds: Object.values(departments) },
      { roleId: null, draft, departmentIds: Object.values(departments) },
    ]
    for (const look of looks) {
      const { status, data } = await app.as(role).post<{ previewId: string }>('roles.preview', look)
      expect(status).toBe(200)
      const through = { 'x-rolecall-preview': data.previewId }
      const said = Object.values(await everyAnswer(app, role, hidden.marks, through)).join()
      expect(hidden.marks.filter((mark) => said.includes(mark))).toEqual([])
    }
  })

  it.each(narrow)(
    'answers %s on every id that is hidden from it as on one that never was, and changes nothing',
    async (role) => {
      const hidden = await plant(app, hiddenFrom(app, role))
      const before = await stateOf(app.database)
      for (const [path, make] of Object.entries(actions(app))) {
        const answers = await Promise.all(
          [make(hidden), make(unknown())].map((input) => answerTo(app, role, path, input)),
        )
        expect({ path, answer: answers[0] }).toEqual({ path, answer: answers[1] })
        expect(answers[0]).toContain('NOT_FOUND')
      }
      expect(await stateOf(app.database)).toEqual(before)
    },
  )

  it.each(narrow)('tells %s nothing live of what is hidden from it', async (role) => {
    const hidden = await plant(app, hiddenFrom(app, role))
    const { seed } = app
    const stream = await listen(app, role)
    const boss = app.as('Administrator')
    const [chatId = '', second = ''] = hidden.chatIds
    const [contactId = '', another = ''] = hidden.contactIds
    await boss.post('inbox.reply', { chatId, id: crypto.randomUUID(), body: hidden.marks[0] })
    await boss.post('inbox.note', { chatId, id: crypto.randomUUID(), body: hidden.marks[1] })
    await boss.post('inbox.close', { chatId })
    await boss.post('contacts.edit', { contactId, name: hidden.marks[2] })
    await boss.post('inbox.delete', { chatId: second })
    await boss.post('contacts.delete', { contactId: another })
    // Something that it may hear, so that silence is not merely early.
    const visible = role === 'Desk' ? seed.chats.sales : seed.chats.unassigned
    const mine = { chatId: visible, memberId: seed.members[role]?.id ?? '' }
    expect((await boss.post('inbox.assign', { ...mine, from: null })).status).toBe(200)
    const heard = await stream.until(visible)
    await boss.post('inbox.assign', { ...mine, memberId: null, from: mine.memberId })
    expect(hidden.marks.filter((mark) => heard.includes(mark))).toEqual([])
  })

  it('never shows a masked detail, whatever is asked', async () => {
    const planted = await plant(app, [{ assigneeId: null, departmentId: null }])
    const details = planted.marks.filter((mark) => /^(email|phone|ip|key|value)/.test(mark))
    expect(details).toHaveLength(5)
    for (const role of ['Masked', 'Chats']) {
      const answers = await everyAnswer(app, role, details)
      const said = Object.values(answers).join()
      expect(details.filter((detail) => said.includes(detail))).toEqual([])
    }
    const seen = JSON.stringify(await everyAnswer(app, 'People', details))
    for (const detail of details) expect(seen).toContain(detail)
  })
})

/** Chats of every kind that the role does not see. */
function hiddenFrom({ seed }: StartedApi, role: (typeof narrow)[number]) {
  const { Agent, Supervisor } = seed.members
  const others = [
    { assigneeId: Agent.id, departmentId: null },
    { assigneeId: Supervisor.id, departmentId: seed.departments.help },
    { assigneeId: Agent.id, departmentId: seed.departments.help },
  ]
  const free = { assigneeId: null, departmentId: seed.departments.help }
  return role === 'Free' ? others : [...others, free]
}

/** A contact that the role knows by another chat; where it knows none, one that it does not. */
function knownTo({ seed }: StartedApi, role: (typeof narrow)[number]): string {
  const chat = role === 'Free' ? seed.chats.unassigned : seed.chats.sales
  return seed.contacts.find(({ chatId }) => chatId === chat)?.id ?? ''
}

const unknown = (): Planted => ({
  chatIds: [crypto.randomUUID()],
  contactIds: [crypto.randomUUID()],
  messageIds: [crypto.randomUUID()],
  marks: [],
})

/** Everything that can be done to a thing by its id. */
const actions = ({ seed }: StartedApi): Record<string, (things: Planted) => object> => {
  const said = { id: crypto.randomUUID(), body: 'Hello' }
  return {
    'inbox.reply': ({ chatIds }) => ({ chatId: chatIds[0], ...said }),
    'inbox.note': ({ chatIds }) => ({ chatId: chatIds[0], ...said }),
    'inbox.assign': ({ chatIds }) => ({ chatId: chatIds[0], memberId: seed.members.Agent.id, from: null }),
    'inbox.close': ({ chatIds }) => ({ chatId: chatIds[0] }),
    'inbox.reopen': ({ chatIds }) => ({ chatId: chatIds[0] }),
    'inbox.delete': ({ chatIds }) => ({ chatId: chatIds[0] }),
    'inbox.read': ({ chatIds }) => ({ chatId: chatIds[0], count: 1 }),
    'inbox.unread': ({ chatIds }) => ({ chatId: chatIds[0] }),
    'contacts.edit': ({ contactIds }) => ({ contactId: contactIds[0], name: 'X' }),
    'contacts.delete': ({ contactIds }) => ({ contactId: contactIds[0] }),
  }
}

/** Answers as text, by question, without the request's id and without the account's clock, which counts everything. */
async function everyAnswer(
  app: StartedApi,
  role: string,
  marks: string[],
  through: Record<string, string> = {},
): Promise<Record<string, string>> {
  const answers: Record<string, string> = {}
  // Those of the round before would push what the history told then off its first page.
  await asOwner(app.database, (db) =>
    db.deleteFrom('audit').where('action', 'in', ['contacts.export', 'audit.export', 'roles.accessCsv']).execute(),
  )
  for (const path of askedOf(app)) {
    for (const input of questions[path]?.(app, marks) ?? [undefined]) {
      await forgetCopies(app)
      answers[`${path} ${JSON.stringify(input)}`] = await answerTo(app, role, path, input, 'get', through)
    }
  }
  for (const path of [
    '/contacts.csv',
    '/access.csv',
    '/audit.csv',
    ...marks.map((mark) => `/audit.csv?search=${mark}`),
  ]) {
    await forgetCopies(app)
    const file = await fetch(app.url + path, { headers: { cookie: app.cookie(role), ...through } })
    answers[path] = (await file.text())
      .replace(/"requestId":"[^"]*"/, '')
      .split('\r\n')
      .filter((line) => !line.includes('"audit.export"'))
      .join('\r\n')
  }
  return answers
}

// Who asks for everything takes copies too, and these are entries of the history: one's own, and more of them each time.
const copies = ['contacts.export', 'audit.export', 'roles.accessCsv', 'roles.export']
const forgetCopies = (app: StartedApi) =>
  asOwner(app.database, (db) => db.deleteFrom('audit').where('action', 'in', copies).execute())

async function answerTo(
  app: StartedApi,
  role: string,
  path: string,
  input: unknown,
  type: 'get' | 'post' = 'post',
  through: Record<string, string> = {},
) {
  const { body, refusal } = await callOf(app.url, { cookie: app.cookie(role), ...through })[type](path, input)
  const text = JSON.stringify(body).replace(/"event":\d+/, '')
  return refusal ? text.replaceAll(refusal.requestId, '') : text
}

/** Opens the role's live stream. `until` gives all that came, up to a frame with this word. */
async function listen(app: StartedApi, role: string) {
  const stop = new AbortController()
  const response = await fetch(`${app.url}/live`, { headers: { cookie: app.cookie(role) }, signal: stop.signal })
  expect(response.status).toBe(200)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const first = await reader?.read()
  let heard = first?.value ?? ''
  return {
    async until(word: string): Promise<string> {
      while (!heard.includes(word)) {
        const part = await reader?.read()
        if (!part || part.done) throw new Error(`The stream ended without ${word}:\n${heard}`)
        heard += part.value
      }
      stop.abort()
      return heard
    },
  }
}

const addDays = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)
