import type { Chat, Message } from './chat.ts'
import type { Session } from './session.ts'

/** What an agent's live stream carries. */
export type LiveEvent =
  /** `shown`: its number among what the visitor sees; absent where they do not see it. */
  | { type: 'message'; chat: Chat; message: Message; shown?: number }
  | { type: 'chat'; chat: Chat }
  /** Deleted, or no longer within your scope. */
  | { type: 'chat.gone'; chatId: string }
  | { type: 'contact'; contactId: string; name: string }
  | { type: 'contact.gone'; contactId: string }
  | { type: 'switches'; online: boolean; widgetShown: boolean }
  /** Something that a page shows has changed. Which kinds there are, and who is told of each, the features declare. */
  | { type: 'news'; kind: string }
  /** Your rights changed. With the session as it is now, so that not everybody asks at once; without it ask `session.me`. */
  | { type: 'session'; session?: Session }
  /** Too old to resume: read everything again. */
  | { type: 'resync' }

/** What a visitor's stream carries. */
export type VisitorEvent =
  | { type: 'message'; message: Message }
  | { type: 'closed' }
  | { type: 'reopened' }
  | { type: 'gone' }
  | { type: 'switches'; online: boolean; widgetShown: boolean }
  | { type: 'resync' }
