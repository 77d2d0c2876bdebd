import { findVisitor } from '@rolecall/db'
import type { Chat, Started } from '@rolecall/protocol'
import { sql } from 'kysely'
import type { AnyoneContext } from '../guard/context.ts'
import { changeOf, say } from '../rows/chat-change.ts'
import { idTaken, saveChat } from '../rows/save-chat.ts'
import { conversationOf } from './conversation.ts'
import { departmentOf } from './department-of.ts'
import { device } from './device.ts'
import type { First } from './input.ts'
import { pageOf } from './page.ts'
import { hashOf, newRandom, secretOf } from './secret.ts'

/** Makes a contact, their chat with its first message, and the browser's key to it; or finds what a lost answer left. */
export async function begin(ctx: AnyoneContext, first: First, now: Date): Promise<Started> {
  const { tx } = ctx
  const { account: accountId, id } = first
  const random = first.secret ?? newRandom()
  const secret = secretOf(accountId, random)
  // Two attempts at once take turns: the later one finds what the first made, by the key or by the message's id.
  for (const turn of [hashOf(secret), id])
    await sql`select pg_advisory_xact_lock(hashtextextended(${`start:${accountId}:${turn}`}, 0))`.execute(tx)
  const known = await findVisitor(tx, accountId, hashOf(secret))
  if (known) {
    const visitor = { accountId, contactId: known.contact_id, chatId: known.chat_id, name: known.name }
    const same = await tx
      .selectFrom('message')
      .select('id')
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .where('chat_id', '=', visitor.chatId)
      .where('body', '=', first.body)
      .executeTakeFirst()
    if (!same) return idTaken()
    ctx.kept.set(accountId, random)
    return { secret, conversation: await conversationOf(tx, visitor) }
  }
  const visitor = await newcomer(ctx, first, now)
  const key = { account_id: accountId, id: crypto.randomUUID(), contact_id: visitor.contactId, chat_id: visitor.chatId }
  await tx
    .insertInto('visitor')
    .values({ ...key, secret_hash: hashOf(secret) })
    .execute()
  ctx.kept.set(accountId, random)
  return { secret, conversation: await conversationOf(tx, visitor) }
}

async function newcomer(ctx: AnyoneContext, first: First, now: Date) {
  const { tx } = ctx
  const account_id = first.account
  const contact = { id: crypto.randomUUID(), name: first.name ?? guest() }
  const times = { created_at: now, last_seen_at: now }
  await tx
    .insertInto('contact')
    .values({
      account_id,
      ...contact,
      ...times,
      email: first.email ?? null,
      ip: ctx.ip,
      data: '{}',
      page: pageOf(first.page),
      device: device(ctx.userAgent),
    })
    .execute()
  const department = await departmentOf(tx, account_id, { department: first.department, page: pageOf(first.page) })
  const chat = { ...emptyChat(contact, now), department }
  const place = { department_id: department?.id ?? null }
  await tx
    .insertInto('chat')
    .values({ account_id, id: chat.id, contact_id: contact.id, ...place, created_at: now, active_at: now })
    .execute()
  const change = changeOf(chat, false, now)
  say(change, { id: first.id, kind: 'message', author: { kind: 'visitor', ...contact }, body: first.body })
  await saveChat(ctx, account_id, change)
  return { accountId: account_id, contactId: contact.id, chatId: chat.id, name: contact.name }
}

/** A name for someone who gave none. By chance and not by counting: a number would tell how many came before. */
const guest = () => `Guest ${1000 + Math.floor(Math.random() * 9000)}`

const emptyChat = (contact: Chat['contact'], now: Date): Chat => ({
  id: crypto.randomUUID(),
  contact,
  status: 'open',
  assignee: null,
  department: null,
  lastSeq: 0,
  visitorCount: 0,
  preview: null,
  seenSeq: 0,
  createdAt: now.toISOString(),
  activeAt: now.toISOString(),
})
