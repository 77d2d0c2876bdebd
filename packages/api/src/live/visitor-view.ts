import type { LiveEvent, VisitorEvent } from '@rolecall/protocol'
import { messageForVisitor } from '../rows/for-visitor.ts'
import type { OutboxRow } from './row.ts'

/** What the visitor of `row`'s chat may know of it, or null. */
export function forVisitor(row: OutboxRow): VisitorEvent | null {
  const event = row.data as LiveEvent
  switch (event.type) {
    case 'message': {
      const message = messageForVisitor(event.message, event.shown)
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
