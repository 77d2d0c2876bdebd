import { randomUUID } from 'node:crypto'
import type { Lines, Target } from './line.ts'

const chat = ({ chatId }: Target) => ({ chatId })
const said = ({ chatId }: Target) => ({ chatId, id: randomUUID(), body: 'Hello' })

export const inbox: Lines<'inbox'> = {
  list: { who: 'inbox.view', method: 'GET', input: () => ({ view: 'all', status: 'open', limit: 5 }) },
  waiting: { who: 'inbox.view', method: 'GET' },
  thread: { who: 'inbox.view', method: 'GET', names: true, input: ({ chatId }) => ({ chatId, limit: 20 }) },
  read: { who: 'inbox.view', method: 'POST', names: true, input: ({ chatId }) => ({ chatId, count: 1 }) },
  unread: { who: 'inbox.view', method: 'POST', names: true, input: chat },
  reply: { who: 'inbox.reply', method: 'POST', names: true, input: said },
  note: { who: 'inbox.reply', method: 'POST', names: true, input: said },
  assignees: { who: 'inbox.assign', method: 'GET' },
  assign: {
    who: 'inbox.assign',
    method: 'POST',
    names: true,
    input: ({ chatId, memberId }) => ({ chatId, memberId, from: null }),
  },
  move: {
    who: 'inbox.assign',
    method: 'POST',
    names: true,
    input: ({ chatId, departmentId }) => ({ chatId, departmentId, from: null }),
  },
  close: { who: 'inbox.close', method: 'POST', names: true, input: chat },
  reopen: { who: 'inbox.close', method: 'POST', names: true, input: chat },
  delete: { who: 'inbox.delete', method: 'POST', names: true, input: chat },
}
