import { randomUUID } from 'node:crypto'
import type { CallName } from '@rolecall/api'
import { nameOf, type Target } from './target.ts'

interface Call {
  method: 'GET' | 'POST'
  /** Address of a plain route; left out: the tRPC path. */
  address?: string
  input?: (target: Target) => unknown
  /** Whether the input names a row of the account. */
  names?: true
}

const first = ({ accountId }: Target) => ({ account: accountId, id: randomUUID(), body: 'Hello' })
const chat = ({ chatId }: Target) => ({ chatId })
const said = ({ chatId }: Target) => ({ chatId, id: randomUUID(), body: 'Hello' })
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
const draft = (roleId: string) => ({
  name: nameOf(roleId),
  permissions: [],
  fullSections: [],
  chats: 'mine',
  unassigned: true,
})
const role = ({ customRoleId }: Target) => ({ roleId: customRoleId })
const roleAt = (target: Target) => ({ ...role(target), version: 1 })
const newcomer = ({ newcomerId }: Target) => ({ memberId: newcomerId })
const contact = ({ contactId }: Target) => ({ contactId })

/** Those of the features, and the two streams. A verb that has no line here does not compile. */
export type Name = CallName | 'live' | 'visitor.live'

/** A valid call of every procedure: whoever may make it gets 200. */
const valid: Record<Name, Call> = {
  'session.me': { method: 'GET' },
  'session.why': { method: 'GET', input: () => ({ permission: 'billing.card' }) },
  'setup.state': { method: 'GET' },
  'setup.create': {
    method: 'POST',
    input: () => ({
      token: 'no-such-token',
      accountName: 'X',
      name: 'X',
      email: 'x@example.test',
      password: 'long enough',
    }),
  },
  'team.members': { method: 'GET' },
  'team.roles': { method: 'GET' },
  'team.setRole': { method: 'POST', names: true, input: ({ memberId, roleId }) => ({ memberId, roleId }) },
  'team.member': { method: 'GET', names: true, input: newcomer },
  'team.setRoles': {
    method: 'POST',
    names: true,
    input: ({ newcomerId, roleId }) => ({ memberIds: [newcomerId], roleId }),
  },
  'team.setDepartments': {
    method: 'POST',
    names: true,
    input: ({ newcomerId, departmentId }) => ({ memberId: newcomerId, departmentIds: [departmentId] }),
  },
  'team.deactivate': { method: 'POST', names: true, input: newcomer },
  'team.reactivate': { method: 'POST', names: true, input: newcomer },
  'team.remove': { method: 'POST', names: true, input: newcomer },
  'team.invites': { method: 'GET' },
  'team.invite': {
    method: 'POST',
    names: true,
    input: ({ roleId }) => ({ email: `${randomUUID()}@example.test`, roleId, departmentIds: [] }),
  },
  'team.resendInvite': { method: 'POST', names: true, input: ({ inviteId }) => ({ inviteId }) },
  'team.revokeInvite': { method: 'POST', names: true, input: ({ inviteId }) => ({ inviteId }) },
  'departments.list': { method: 'GET' },
  'departments.create': { method: 'POST', input: () => ({ name: nameOf(randomUUID()) }) },
  'departments.rename': {
    method: 'POST',
    names: true,
    input: ({ departmentId }) => ({ departmentId, name: nameOf(randomUUID()) }),
  },
  'departments.delete': { method: 'POST', names: true, input: ({ departmentId }) => ({ departmentId }) },
  'join.state': { method: 'GET', input: () => ({ token: 'no-such-token' }) },
  'join.accept': { method: 'POST', input: () => ({ token: 'no-such-token', name: 'X', password: 'long enough' }) },
  'roles.catalogue': { method: 'GET' },
  'roles.list': { method: 'GET' },
  'roles.get': { method: 'GET', names: true, input: role },
  'roles.blast': {
    method: 'GET',
    names: true,
    input: (target) => ({ ...role(target), draft: draft(target.customRoleId) }),
  },
  'roles.create': { method: 'POST', input: () => ({ draft: draft(randomUUID()), from: null }) },
  'roles.edit': {
    method: 'POST',
    names: true,
    input: (target) => ({ ...roleAt(target), draft: draft(target.customRoleId) }),
  },
  'roles.delete': { method: 'POST', names: true, input: (target) => ({ ...roleAt(target), replacementId: null }) },
  'roles.versions': { method: 'GET', names: true, input: role },
  'roles.rollBack': { method: 'POST', names: true, input: (target) => ({ ...roleAt(target), to: 1 }) },
  'roles.preview': { method: 'POST', names: true, input: ({ roleId }) => ({ roleId, draft: null }) },
  'roles.whoCan': { method: 'GET', input: () => ({ permission: 'inbox.delete' }) },
  'roles.whatCan': { method: 'GET', names: true, input: ({ newcomerId }) => ({ memberId: newcomerId }) },
  'roles.accessCsv': { method: 'GET', address: '/access.csv' },
  'roles.hints': { method: 'GET' },
  'roles.export': { method: 'GET' },
  'roles.import': {
    method: 'POST',
    input: () => ({ document: { $schema: '', version: 1, roles: [] }, digest: null, prune: false }),
  },
  'audit.list': { method: 'GET', input: () => ({ limit: 5 }) },
  'audit.export': { method: 'GET', address: '/audit.csv' },
  'billing.plan': { method: 'GET' },
  'billing.previewPlan': { method: 'GET', input: () => ({ plan: 'pro' }) },
  'billing.changePlan': { method: 'POST', input: () => ({ plan: 'unlimited' }) },
  'access.request': { method: 'POST', input: () => ({ permission: 'billing.card', reason: 'Please' }) },
  'access.mine': { method: 'GET' },
  'access.withdraw': { method: 'POST', names: true, input: ({ requestId }) => ({ requestId }) },
  'access.requests': { method: 'GET' },
  'access.grant': {
    method: 'POST',
    names: true,
    input: ({ requestId }) => ({ requestId, roleId: null, until: inAnHour() }),
  },
  'access.refuse': { method: 'POST', names: true, input: ({ requestId }) => ({ requestId, answer: 'Not now' }) },
  'access.list': { method: 'GET', names: true, input: ({ newcomerId }) => ({ memberId: newcomerId }) },
  'access.give': {
    method: 'POST',
    names: true,
    input: ({ newcomerId }) => ({
      memberId: newcomerId,
      permission: 'reports.view',
      roleId: null,
      until: inAnHour(),
      reason: '',
    }),
  },
  'access.end': { method: 'POST', names: true, input: ({ grantId }) => ({ grantId }) },
  'inbox.list': { method: 'GET', input: () => ({ view: 'all', status: 'open', limit: 5 }) },
  'inbox.thread': { method: 'GET', names: true, input: ({ chatId }) => ({ chatId, limit: 20 }) },
  'inbox.read': { method: 'POST', names: true, input: ({ chatId }) => ({ chatId, count: 1 }) },
  'inbox.reply': { method: 'POST', names: true, input: said },
  'inbox.note': { method: 'POST', names: true, input: said },
  'inbox.assignees': { method: 'GET' },
  'inbox.assign': { method: 'POST', names: true, input: ({ chatId, memberId }) => ({ chatId, memberId }) },
  'inbox.close': { method: 'POST', names: true, input: chat },
  'inbox.reopen': { method: 'POST', names: true, input: chat },
  'inbox.delete': { method: 'POST', names: true, input: chat },
  'contacts.list': { method: 'GET', input: () => ({ limit: 5 }) },
  'contacts.get': { method: 'GET', names: true, input: contact },
  'contacts.edit': { method: 'POST', names: true, input: ({ contactId }) => ({ contactId, name: 'Renamed' }) },
  'contacts.delete': { method: 'POST', names: true, input: contact },
  'contacts.export': { method: 'GET', address: '/contacts.csv' },
  'reports.chats': { method: 'GET', input: () => ({ from: '2026-01-01', to: '2026-01-31', timeZone: 'UTC' }) },
  'switches.setOnline': { method: 'POST', input: () => ({ online: true }) },
  'switches.setWidget': { method: 'POST', input: () => ({ shown: true }) },
  'visitor.config': { method: 'GET', input: ({ accountId }) => ({ account: accountId }) },
  'visitor.start': { method: 'POST', input: first },
  'visitor.offline': {
    method: 'POST',
    input: (target) => ({ ...first(target), name: 'Guest', email: 'guest@example.test' }),
  },
  'visitor.thread': { method: 'GET' },
  'visitor.say': { method: 'POST', input: () => ({ id: randomUUID(), body: 'Hello' }) },
  'visitor.seen': { method: 'POST', input: () => ({ seq: 1 }) },
  live: { method: 'GET', address: '/live' },
  'visitor.live': { method: 'GET', address: '/visitor/live' },
}

export const calls: Readonly<Record<string, Call>> = valid

export interface Answer {
  status: number
  text: string
  refusal: { code: string; permission?: string; role?: string } | null
}

/** Makes the call over real HTTP; of an endless answer (a live stream) only the head is read. */
export async function make(
  url: string,
  name: string,
  target: Target,
  headers: Record<string, string>,
): Promise<Answer> {
  const call = calls[name]
  if (!call) throw new Error(`The matrix has no call for ${name}`)
  const input = call.input?.(target)
  const query = call.method === 'GET' && input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : ''
  const stop = new AbortController()
  const response = await fetch(url + (call.address ?? `/trpc/${name}`) + query, {
    method: call.method,
    signal: stop.signal,
    headers: { ...headers, ...(call.method === 'POST' ? { 'content-type': 'application/json', origin: url } : {}) },
    ...(call.method === 'POST' ? { body: JSON.stringify(input ?? {}) } : {}),
  })
  const { status } = response
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    stop.abort()
    return { status, text: '', refusal: null }
  }
  const text = await response.text()
  const body = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : null
  return { status, text, refusal: body?.error?.data?.refusal ?? (status >= 400 ? body : null) }
}
