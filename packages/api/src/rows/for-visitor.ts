import type { Message } from '@rolecall/protocol'

/** The first word of a name: all of a member's name that a visitor is told. */
export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? ''

/**
 * Null for what the visitor never sees: notes, and lines about the team's own handling. `shown` is its number among what
 * they see: the team's own would tell how many notes there are.
 */
export function messageForVisitor(message: Message, shown: number | null | undefined): Message | null {
  if (message.kind !== 'message' || !shown) return null
  const { author } = message
  const name = author.kind === 'visitor' ? author.name : firstName(author.name)
  return { ...message, seq: shown, author: { ...author, name } }
}
