// A sibling app in thirty lines: lists the chats that nobody has taken, and follows them live.
//   ROLECALL_URL=http://localhost:4000 ROLECALL_TOKEN=rc_… node packages/client/examples/unanswered.ts
import { createClient, refusalOf } from '@rolecall/client'

const { ROLECALL_URL: url = 'http://localhost:4000', ROLECALL_TOKEN: token = '' } = process.env
const { api, live } = createClient({ url, token })
const waiting = new Map<string, string>()

async function list() {
  const { rows } = await api.inbox.list.query({ view: 'unassigned', status: 'open', limit: 100 })
  waiting.clear()
  for (const { id, contact } of rows) waiting.set(id, contact.name)
  console.log(`${waiting.size} unanswered: ${[...waiting.values()].join(', ')}`)
}

try {
  const { event: after } = await api.session.me.query()
  await list()
  for await (const { event } of live({ after })) {
    if (event.type === 'resync' || event.type === 'session') await list()
    if (event.type === 'chat.gone') waiting.delete(event.chatId)
    if (event.type !== 'message' && event.type !== 'chat') continue
    const { id, contact, assignee, status } = event.chat
    const waits = assignee === null && status === 'open'
    if (waits !== waiting.has(id)) console.log(`${waits ? '+' : '-'} ${contact.name}`)
    if (waits) waiting.set(id, contact.name)
    else waiting.delete(id)
  }
} catch (error) {
  console.error(refusalOf(error)?.message ?? error)
  process.exitCode = 1
}
