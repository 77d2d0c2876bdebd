import { randomUUID } from 'node:crypto'
import type { StartedApi } from './start.ts'

/** What is planted, and every text by which it could be recognised. */
export interface Planted {
  chatIds: string[]
  contactIds: string[]
  messageIds: string[]
  marks: string[]
}

/**
 * Adds contacts, chats and messages straight to the tables, each text with a mark that is nowhere else. `at`: where each
 * chat stands. `contactIds`: existing contacts who get such a chat too. No event tells of it.
 */
export async function plant(
  { database, seed }: StartedApi,
  at: { assigneeId: string | null; departmentId: string | null }[],
  contactIds: string[] = [],
): Promise<Planted> {
  const account_id = seed.accountId
  const planted: Planted = { chatIds: [], contactIds: [], messageIds: [], marks: [] }
  const mark = (what: string) => {
    const text = `${what}Zq${randomUUID().slice(0, 8)}`
    planted.marks.push(text)
    return text
  }
  const id = (kind: 'chatIds' | 'contactIds' | 'messageIds') => {
    const made = randomUUID()
    planted[kind].push(made)
    planted.marks.push(made)
    return made
  }
  await database.tenant(account_id, async (tx) => {
    for (const [n, place] of at.entries()) {
      const contact_id = contactIds[n] ?? id('contactIds')
      if (!contactIds[n]) {
        await tx
          .insertInto('contact')
          .values({
            account_id,
            id: contact_id,
            name: mark('Name'),
            email: `${mark('email')}@planted.example`,
            phone: mark('phone'),
            ip: mark('ip'),
            data: JSON.stringify({ [mark('key')]: mark('value') }),
            tags: [mark('tag')],
            page: `https://${mark('page')}.example/`,
            device: mark('device'),
            last_seen_at: new Date(),
          })
          .execute()
      }
      const [chat_id, now] = [id('chatIds'), new Date()]
      const body = mark('preview')
      await tx
        .insertInto('chat')
        .values({
          account_id,
          id: chat_id,
          contact_id,
          status: n % 3 === 2 ? 'closed' : 'open',
          assignee_id: place.assigneeId,
          department_id: place.departmentId,
          last_seq: 2,
          visitor_count: 1,
          preview_body: body,
          preview_kind: 'visitor',
          preview_name: 'Visitor',
          preview_author: contact_id,
          preview_at: now,
          active_at: now,
          created_at: now,
          first_reply_at: new Date(now.getTime() + 77_777_000),
        })
        .execute()
      const message = { account_id, chat_id, author_name: 'Someone' }
      await tx
        .insertInto('message')
        .values([
          {
            ...message,
            id: id('messageIds'),
            seq: 1,
            author_kind: 'visitor',
            author_id: contact_id,
            kind: 'message',
            body,
          },
          {
            ...message,
            id: id('messageIds'),
            seq: 2,
            author_kind: 'member',
            author_id: seed.members.Agent.id,
            kind: 'note',
            body: mark('note'),
          },
        ])
        .execute()
    }
  })
  return planted
}
