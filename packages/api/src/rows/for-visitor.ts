import type { Message } from '@rolecall/protocol'

/** The first word of a name: all of a member's name that a visitor is told. */
export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? ''

/** Null for what the visitor never sees: notes, and lines about the team's own handling. */
export function messageForVisitor(message: Message): Message | null {
  if (message.kind !== 'message') return null
  const { author } = message
  return author.kind === 'visitor' ? message : { ...message, author: { ...author, name: firstName(author.name) } }
}
