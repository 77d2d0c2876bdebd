import type { Api } from '@rolecall/api'
import type { Refusal } from '@rolecall/protocol'
import { createTRPCClient, httpBatchLink, type TRPCClient } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'
import { type Live, type LiveOptions, live } from './live.ts'
import { telling } from './telling.ts'

export interface ClientOptions {
  /** Where the server answers, e.g. `https://chat.example.com`. Without it: the origin of the page. */
  url?: string
  /** An API token (`rolecall tokens create`). What it carries, and no more than its owner's role, is what you may do. */
  token?: string
  /** A member's `Cookie` header, for programs. A browser sends its own. */
  cookie?: string
  /** The id of a preview (`roles.preview`): everything is answered as to a holder of that role, and nothing is changed. */
  preview?: string
  /** How calls are made, for who wants to look at the answers. */
  fetch?: typeof fetch
  /**
   * Whom the page was made for, asked at each call: where somebody else is signed in at this browser by then, the server
   * refuses it (OTHER_MEMBER) instead of doing it in their name.
   */
  member?: () => string | undefined
  /** Told of every refusal, beside whoever called. */
  refused?: (refusal: Refusal) => void
}

export interface Client<A extends AnyTRPCRouter = Api> {
  /** Every procedure, typed: `api.inbox.list.query({ view: 'mine', status: 'open' })`. */
  api: TRPCClient<A>
  /**
   * What happens, as it happens, for as long as you iterate. It reconnects by itself and goes on where it was; where the
   * server no longer keeps what was missed it says `resync`.
   * @throws {RefusedError} when the server will not have you (again): signed out, token revoked
   */
  live(options?: LiveOptions): AsyncGenerator<Live, void, void>
}

/** As many as the server takes in one request. */
const maxItems = 20
/** Longer addresses are cut off by some proxies; calls that do not fit travel in the next request. */
const maxURLLength = 8000

/**
 * A client of one Rolecall server. `A` is the type of its router where sibling apps add to it:
 * `createClient<typeof rolecall.router>({ … })`.
 */
export function createClient<A extends AnyTRPCRouter = Api>({
  url = '',
  token,
  cookie,
  preview,
  fetch,
  member,
  refused,
}: ClientOptions = {}): Client<A> {
  const base = url.replace(/\/+$/, '')
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  // The server takes a cookie only from its own pages; a program that has one says that it is such a page.
  if (cookie) Object.assign(headers, { cookie, origin: new URL(base).origin })
  if (preview) headers['x-rolecall-preview'] = preview
  const said = () => {
    const whose = member?.()
    return whose === undefined ? headers : { ...headers, 'x-rolecall-member': whose }
  }
  return {
    // Built as ours: what a router's transformer asks for cannot be known of any router there may be.
    api: createTRPCClient<Api>({
      links: [
        telling(refused),
        httpBatchLink({ url: `${base}/trpc`, headers: said, maxItems, maxURLLength, ...(fetch ? { fetch } : {}) }),
      ],
    }),
    live: (options = {}) => live(`${base}/live`, said, options),
  }
}
