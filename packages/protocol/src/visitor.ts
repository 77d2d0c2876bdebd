import type { Message } from './chat.ts'

/** What anyone on the page may know. When `shown` is false nothing else is present. */
export type WidgetConfig =
  | { shown: false }
  | {
      shown: true
      name: string
      online: boolean
      /** `#rrggbb`, and black or white, whichever reads on it. */
      color: string
      on: string
      greeting: string
      team: { name: string }[]
    }

/** The visitor's own conversation, numbered by what they see: a message's `seq` counts no notes. */
export interface Conversation {
  chatId: string
  status: 'open' | 'closed'
  messages: Message[]
  seenSeq: number
  /** `seq` of the newest message; open the visitor's stream after it. */
  event: number
}

/** Answer to `visitor.key`: what this browser's cookie holds; null: nothing that opens a conversation. */
export interface OwnKey {
  secret: string | null
}

/** Answer to `visitor.start` and `visitor.offline`; the secret is shown once and is the visitor's only key. */
export interface Started {
  secret: string
  conversation: Conversation
}
