import type { OutgoingHttpHeaders } from 'node:http'
import type { StartedApi } from '@rolecall/api/testing'
import { changesIn, type Seed } from '@rolecall/db/testing'
import type { Refusal, RefusalCode } from '@rolecall/protocol'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { faultIn, refusalIn } from './refusal.ts'
import { type Got, send } from './send.ts'

/** The head of a change as a browser of this member sends it, with some of it otherwise; undefined takes a header away. */
export function headOf(server: StartedApi, role: string, otherwise: OutgoingHttpHeaders = {}): OutgoingHttpHeaders {
  const usual = { 'content-type': 'application/json', origin: server.url, cookie: server.cookie(role) }
  return Object.fromEntries(
    Object.entries({ ...usual, ...otherwise }).filter(([, value]) => value !== undefined),
  ) as OutgoingHttpHeaders
}

/** POSTs JSON (or a text as it is) to a procedure, or to an address. */
export const post = (server: StartedApi, to: string, body: unknown, headers: OutgoingHttpHeaders): Promise<Got> =>
  send(server.url, {
    method: 'POST',
    path: to.startsWith('/') ? to : `/trpc/${to}`,
    headers,
    body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  })

/** GETs a procedure, or an address. */
export const get = (server: StartedApi, from: string, headers: OutgoingHttpHeaders, input?: unknown): Promise<Got> => {
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
  return send(server.url, { method: 'GET', path: (from.startsWith('/') ? from : `/trpc/${from}`) + query, headers })
}

/** Expects a refusal with manners, and hands it out. */
export function refused(got: Got, status: number, code: RefusalCode): Refusal {
  expect([got.status, refusalIn(got)?.code, faultIn(got)]).toEqual([status, code, undefined])
  return refusalIn(got) as Refusal
}

/** Expects that nothing is written meanwhile, in our account or in these, nor anybody signed up or in. */
export async function untouched<T>(server: StartedApi, act: () => Promise<T>, others: Seed[] = []): Promise<T> {
  const changes = () =>
    Promise.all([server.seed, ...others].map(({ accountId }) => changesIn(server.database, accountId)))
  const look = async () =>
    (
      await sql`select (select count(*) from identity_user) as people, (select count(*) from identity_session) as sessions,
        (select count(*) from setting) as settings`.execute(server.database.db)
    ).rows
  await server.mailed()
  await changes()
  const before = await look()
  const result = await act()
  expect((await changes()).flat()).toEqual([])
  expect(await look()).toEqual(before)
  return result
}

/** An answer without what differs from one request to the next. */
export function anonymous({ status, headers, text }: Got): unknown {
  const { date: _, 'x-request-id': id, ...others } = headers
  return { status, headers: others, text: text.replaceAll(String(id), '') }
}

/** Every address that changes something, by name. */
export function changes({ api }: StartedApi): string[] {
  const posts = api.doors.filter(({ type, address }) => type === 'mutation' || address?.startsWith('POST'))
  const auth = ['sign-in/email', 'sign-out', 'request-password-reset', 'reset-password']
  return [...posts.map(({ name, address }) => address?.split(' ')[1] ?? name), ...auth.map((path) => `/auth/${path}`)]
}
