import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type Conversation,
  type Message,
  type Refusal,
  textOn,
  type VisitorEvent,
  type WidgetConfig,
} from '@rolecall/protocol'

// A chat server as the widget sees one, in memory: the same addresses, shapes and headers, and switches to break it with.

const dist = fileURLToPath(new URL('../../apps/widget/dist/', import.meta.url))
const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
}
const panelPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"

interface Talk {
  chat: Conversation
  secret: string
  streams: Set<ServerResponse>
  input: Record<string, unknown>
}

type Shown = Extract<WidgetConfig, { shown: true }>

export type Fake = Awaited<ReturnType<typeof startFake>>

export async function startFake(appearance: Partial<Shown> = {}) {
  const account = randomUUID()
  const config: Shown = {
    shown: true,
    name: 'Northwind',
    online: true,
    color: '#2f5bea',
    on: '#fff',
    greeting: 'Hello! How can we help?',
    team: [{ name: 'Ana' }, { name: 'Ben' }, { name: 'Chloé' }],
    ...appearance,
  }
  const talks: Talk[] = []
  const log: { event: VisitorEvent; to: Talk | null }[] = []
  const requests: { method: string; path: string; headers: IncomingMessage['headers'] }[] = []
  const state = {
    shown: true,
    /** Answers every call of these paths with this, as long as it is set. */
    refuse: new Map<string, Refusal['code'] | 'drop' | 'lose'>(),
    /** Nothing is taken in before this resolves. */
    held: Promise.resolve(),
    /** No new stream is accepted. */
    deaf: false,
  }

  const send = (talk: Talk | null, event: VisitorEvent) => {
    log.push({ event, to: talk })
    for (const one of talk ? [talk] : talks) for (const stream of one.streams) stream.write(frame(log.length, event))
  }
  const frame = (id: number, event: VisitorEvent) => `id: ${id}\ndata: ${JSON.stringify(event)}\n\n`

  const add = (
    talk: Talk,
    kind: 'visitor' | 'member',
    body: string,
    id: string = randomUUID(),
    name = 'Ana',
  ): Message => {
    const known = talk.chat.messages.find((message) => message.id === id)
    if (known) return known
    const message: Message = {
      id,
      chatId: talk.chat.chatId,
      seq: (talk.chat.messages.at(-1)?.seq ?? 0) + 1,
      author: { kind, id: randomUUID(), name: kind === 'member' ? name : 'Guest 1' },
      kind: 'message',
      body,
      at: new Date().toISOString(),
    }
    talk.chat.messages.push(message)
    talk.chat.status = 'open'
    send(talk, { type: 'message', message })
    talk.chat.event = log.length
    return message
  }

  const secretOf = (random: string = randomUUID()) => `rv_${account.replaceAll('-', '')}_${random}`
  const cookie = `rolecall.visitor.${account.replaceAll('-', '')}`
  /** What the real server's answers set: the random half of the key, or nothing any more. */
  const cookieOf = (name: string, data: unknown) => {
    const random = name === 'forget' ? '' : (data as { secret?: string | null })?.secret?.split('_').pop()
    if (random === undefined) return {}
    const [path, age] = ['Path=/; HttpOnly; Secure; SameSite=None; Partitioned', random ? 1000 : 0]
    return { 'set-cookie': `${cookie}=${random}; Max-Age=${age}; ${path}` }
  }

  const begin = (input: Record<string, unknown>) => {
    const secret = secretOf(input['secret'] as string | undefined)
    let talk = talks.find((one) => one.secret === secret)
    if (!talk) {
      const chat: Conversation = { chatId: randomUUID(), status: 'open', messages: [], seenSeq: 0, event: 0 }
      talk = { chat, secret, streams: new Set(), input }
      talks.push(talk)
      add(talk, 'visitor', input['body'] as string, input['id'] as string)
    } else if (!talk.chat.messages.some(({ id }) => id === input['id'])) throw refusal('CONFLICT', 409)
    talk.chat.event = log.length
    return { secret, conversation: talk.chat }
  }

  const talkOf = (request: IncomingMessage): Talk => {
    const talk = talks.find(({ secret }) => request.headers.authorization === `Visitor ${secret}`)
    if (!talk) throw refusal('NOT_SIGNED_IN', 401)
    return talk
  }

  const procedures: Record<string, (input: Record<string, unknown>, request: IncomingMessage) => unknown> = {
    config: () => (state.shown ? { ...config, on: textOn(config.color) } : { shown: false }),
    start(input) {
      if (!state.shown) throw refusal('WIDGET_HIDDEN', 409)
      if (!config.online) throw refusal('NOT_NOW', 409)
      return begin(input)
    },
    offline: begin,
    key(_, request) {
      const random = new RegExp(`${cookie}=([\\w-]+)`).exec(request.headers.cookie ?? '')?.[1]
      const secret = secretOf(random)
      return { secret: talks.some((talk) => talk.secret === secret) ? secret : null }
    },
    forget: () => ({}),
    thread: (_, request) => talkOf(request).chat,
    say: (input, request) => add(talkOf(request), 'visitor', input['body'] as string, input['id'] as string),
    seen(input, request) {
      const { chat } = talkOf(request)
      chat.seenSeq = Math.max(chat.seenSeq, input['seq'] as number)
      return { seenSeq: chat.seenSeq }
    },
  }

  const call = async (name: string, request: IncomingMessage, response: ServerResponse, url: URL) => {
    const headers = {
      'content-type': 'application/json',
      ...(name === 'config' ? { 'access-control-allow-origin': '*' } : {}),
    }
    const answer = (status: number, body: unknown, more = {}) =>
      response.writeHead(status, { ...headers, ...more }).end(JSON.stringify(body))
    const written = await read(request)
    const broken = state.refuse.get(name)
    await state.held
    try {
      if (broken === 'drop') return response.destroy()
      if (broken && broken !== 'lose') throw refusal(broken, broken === 'UNAVAILABLE' ? 503 : 429)
      const change = request.method === 'POST'
      if (change && request.headers['content-type'] !== 'application/json') throw refusal('WRONG_CONTENT_TYPE', 415)
      if (change && request.headers.origin !== `http://${request.headers.host}`) throw refusal('WRONG_ORIGIN', 403)
      const input = JSON.parse((change ? written : url.searchParams.get('input')) || '{}')
      const data = procedures[name]?.(input, request)
      if (broken === 'lose') return response.destroy()
      answer(200, { result: { data } }, cookieOf(name, data))
    } catch (error) {
      const { refused, status } = error as { refused: Refusal; status: number }
      answer(status, { error: { message: refused.message, code: -32000, data: { refusal: refused } } })
    }
  }

  const live = (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const talk = talks.find(({ secret }) => request.headers.authorization === `Visitor ${secret}`)
    if (!talk) return response.writeHead(401).end()
    if (state.deaf) return response.destroy()
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    const after = Number(url.searchParams.get('after'))
    response.write(`:\nid: ${after}\n\n`)
    for (const [index, { event, to }] of log.entries()) {
      if (index >= after && (to === null || to === talk)) response.write(frame(index + 1, event))
    }
    talk.streams.add(response)
    response.on('close', () => talk.streams.delete(response))
  }

  const file = async (path: string, response: ServerResponse) => {
    const name = path === '/widget/panel' ? 'panel.html' : path.replace(/^\/(widget\/)?/, '')
    const bytes = await readFile(join(dist, `${name}.gz`)).catch(() => null)
    if (!bytes) return response.writeHead(404).end()
    const shared = name === 'widget.js' ? { 'access-control-allow-origin': '*' } : {}
    const open = { 'cross-origin-resource-policy': 'cross-origin', ...shared }
    const panel = { 'content-security-policy': panelPolicy, 'cross-origin-embedder-policy': 'require-corp' }
    // With its length, as the real server sends it: in chunks it would weigh a dozen bytes more.
    const whole = { 'content-encoding': 'gzip', 'content-length': bytes.length }
    const headers = { 'content-type': types[extname(name)], ...whole, ...open }
    response.writeHead(200, name === 'panel.html' ? { ...headers, ...panel } : headers).end(bytes)
  }

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '', `http://${request.headers.host}`)
    requests.push({ method: request.method ?? '', path: url.pathname + url.search, headers: request.headers })
    const name = url.pathname.match(/^\/trpc\/visitor\.(\w+)$/)?.[1]
    if (name === 'config' && request.method === 'OPTIONS')
      response.writeHead(200, { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }).end()
    else if (name) await call(name, request, response, url)
    else if (url.pathname === '/visitor/live') live(request, response, url)
    else await file(url.pathname, response)
  }
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    account,
    config,
    talks,
    requests,
    state,
    /** Calls wait until the returned function is called. */
    hold() {
      let release = () => {}
      state.held = new Promise<void>((done) => {
        release = done
      })
      return release
    },
    /** A member writes in the newest conversation, or a given one. */
    reply(body: string, name = 'Ana', talk = talks.at(-1)) {
      if (!talk) throw new Error('Nobody has written yet.')
      return add(talk, 'member', body, randomUUID(), name)
    },
    event: (event: VisitorEvent) => send(null, event),
    switches(online: boolean, shown = true) {
      config.online = online
      state.shown = shown
      send(null, { type: 'switches', online, widgetShown: shown })
    },
    /** Every open stream breaks. */
    cut() {
      for (const { streams } of talks) for (const stream of streams) stream.destroy()
    },
    deleteChats() {
      const open = talks.splice(0)
      for (const { streams } of open) for (const stream of streams) stream.end(frame(log.length + 1, { type: 'gone' }))
    },
    close() {
      server.closeAllConnections()
      return new Promise((done) => server.close(done))
    },
  }
}

function refusal(code: Refusal['code'], status: number) {
  return { refused: { code, message: `Refused: ${code}`, requestId: 'r1' } satisfies Refusal, status }
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
