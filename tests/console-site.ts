import { randomUUID } from 'node:crypto'
import { type StartedApi, startApi } from '@rolecall/api/testing'
import type { Engine } from '@rolecall/db'
import type { CustomRole } from '@rolecall/db/testing'
import type { Conversation, Message, Started } from '@rolecall/protocol'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll } from 'vitest'
import { apps } from '../apps/server/src/apps.ts'
import { plainHost, testBrowser } from './browser.ts'
import { type Desk, openDesk } from './desks.ts'
import { type Front, openFront } from './front.ts'

/** Roles beside the default ones, each with a member. */
const roles = {
  /** Reads chats and nothing else. */
  Reader: { permissions: ['inbox.view'], chat_scope: 'all', unassigned: true },
  /** Works, but nobody's email or phone. */
  Masked: { full_sections: ['inbox'], permissions: ['contacts.view'], chat_scope: 'all', unassigned: true },
  /** Sees only what is assigned to them. */
  Own: { full_sections: ['inbox'], chat_scope: 'mine', unassigned: false },
  /** May sign in. */
  Nothing: { permissions: [] },
} satisfies Record<string, CustomRole>

export type Role = 'Administrator' | 'Supervisor' | 'Agent' | 'Support' | keyof typeof roles

export interface Site extends StartedApi {
  /** Where browsers go: a way to the server that can be cut. */
  front: Front
  /** A signed-in member's browser, at a page of the console (`inbox`) or, from the root (`/settings/roles`), of any app. */
  open(browser: Browser, role: Role, path?: string, options?: BrowserContextOptions): Promise<Desk>
  /** A new visitor writes. */
  visitor(name: string, body: string): Promise<Visitor>
  /** Gives the member who was seeded with `member` another role, by the typed call. Resolves when it is acknowledged. */
  setRole(member: Role, role: Role): Promise<void>
}

export interface Visitor {
  chatId: string
  say(body: string): Promise<Message>
  seen(seq: number): Promise<void>
  thread(): Promise<Conversation>
}

/** The same way in by a name without https. */
export const onPlainHost = (url: string): string => url.replace('127.0.0.1', plainHost)

/** The browser and the site of one test file, at whose end the site is closed. */
export async function openSite(engine: Engine = 'pglite'): Promise<{ browser: Browser; site: Site }> {
  const site = await startConsole(engine)
  afterAll(() => site.close())
  return { browser: await testBrowser(), site }
}

/** The whole server with the built console, an account with people and chats, and ways to play a visitor. */
export async function startConsole(engine: Engine): Promise<Site> {
  const front = await openFront()
  const api = await startApi(engine, { seed: { roles }, also: apps, origins: [front.url, onPlainHost(front.url)] })
  front.to(api.url)
  const post = async <T>(path: string, input: unknown, secret?: string): Promise<T> => {
    const answer = await api.with(secret ? { authorization: `Visitor ${secret}` } : {}).post<T>(path, input)
    if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.data
  }
  return {
    ...api,
    front,
    async close() {
      await front.close()
      await api.close()
    },
    open: (browser, role, path = 'inbox', options = {}) =>
      openDesk(browser, new URL(path, `${front.url}/console/`), api.cookie(role), options),
    async visitor(name, body) {
      const account = api.seed.accountId
      const started = await post<Started>('visitor.start', { account, id: randomUUID(), body, name })
      const { secret, conversation } = started
      return {
        chatId: conversation.chatId,
        say: (text) => post<Message>('visitor.say', { id: randomUUID(), body: text }, secret),
        seen: (seq) => post('visitor.seen', { seq }, secret),
        thread: async () =>
          (await api.with({ authorization: `Visitor ${secret}` }).get<Conversation>('visitor.thread')).data,
      }
    },
    async setRole(member, role) {
      const input = { memberId: api.seed.members[member]?.id, roleId: api.seed.roles[role] }
      const answer = await api.as('Administrator').post('team.setRole', input)
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    },
  }
}
