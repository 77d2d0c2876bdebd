import type { LiveEvent, Message, VisitorEvent } from '@rolecall/protocol'
import type { OutboxRow } from './row.ts'

/** The first word of a name: all of a member's name that a visitor is told. */
export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? ''

/** Null for what the visitor never sees: notes, and lines about the team's own handling. */
export function messageForVisitor(message: Message): Message | null {
  if (message.kind !== 'message') return null
  const { author } = message
  return author.kind === 'visitor' ? message : { ...message, author: { ...author, name: firstName(author.name) } }
}

/** What the visitor of `row`'s chat may know of it, or null. */
export function forVisitor(row: OutboxRow): VisitorEvent | null {
  const event = row.data as LiveEvent
  switch (event.type) {
    case 'message': {
      const message = messageForVisitor(event.message)
      return message && { type: 'message', message }
    }
    case 'chat':
      return { type: event.chat.status === 'closed' ? 'closed' : 'reopened' }
    case 'chat.gone':
      return { type: 'gone' }
    case 'switches':
      return event
    default:
      return null
  }
}
