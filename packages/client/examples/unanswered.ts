// A sibling app in thirty lines: lists the chats that nobody has taken, and follows them live.
//   ROLECALL_URL=http://localhost:4000 ROLECALL_TOKEN=rc_… node packages/client/examples/unanswered.ts
import { createClient, refusalOf } from '@rolecall/client'

const { ROLECALL_URL: url = 'http://localhost:4000', ROLECALL_TOKEN: token = '' } = process.env
const { api, live } = createClient({ url, token })

try {
  const { account, event: after } = await api.session.me.query()
  const { rows } = await api.inbox.list.query({ view: 'unassigned', status: 'open', limit: 100 })
  const waiting = new Map(rows.map((chat) => [chat.id, chat.contact.name]))
  console.log(`${account.name}: ${waiting.size} unanswered`)
  for (const name of waiting.values()) console.log(`  ${name}`)

  for await (const { event } of live({ after })) {
    if (event.type === 'chat.gone') waiting.delete(event.chatId)
    if (event.type !== 'message' && event.type !== 'chat') continue
    const { id, contact, assignee, status } = event.chat
    const waits = assignee === null && status === 'open'
    if (waits && !waiting.has(id)) console.log(`+ ${contact.name}`)
    if (!waits && waiting.has(id))
      console.log(`- ${contact.name}, ${assignee ? `taken by ${assignee.name}` : 'closed'}`)
    if (waits) waiting.set(id, contact.name)
    else waiting.delete(id)
  }
} catch (error) {
  console.error(refusalOf(error)?.message ?? error)
  process.exitCode = 1
}
