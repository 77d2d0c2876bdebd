import type { Reach } from '@rolecall/permissions'
import { type OutboxRow, type Standing, standsAt, stoodAt } from './row.ts'

/** What one member's stream may carry: made anew from the database whenever their rights change. */
export interface Viewer {
  memberId: string
  /** Which chats besides their own. */
  reach: Reach
  /** Holds `inbox.view`. */
  inbox: boolean
  /** Holds `contacts.view`. */
  contacts: boolean
  /** Holds `team.view`. */
  team: boolean
}

/** `ask`: the row alone does not say whether this contact is in scope; the database does. */
export type Sight = 'whole' | 'gone' | 'nothing' | 'session' | 'ask'

/**
 * The same question as every list and thread asks (`Reach.sees`), put to an event.
 * `now` is where the chat stands at this moment (null: deleted), for those who catch up: they are not told of a chat
 * that has left their scope since. Without it the row is the newest word.
 */
export function sightOf(viewer: Viewer, row: OutboxRow, now?: Standing | null): Sight {
  switch (row.type) {
    case 'session':
      return row.member_id === null || row.member_id === viewer.memberId ? 'session' : 'nothing'
    case 'switches':
      return 'whole'
    case 'team':
      return viewer.team ? 'whole' : 'nothing'
    case 'contact':
      if (!viewer.contacts) return 'nothing'
      return viewer.reach.all ? 'whole' : 'ask'
    case 'contact.gone':
      return goneSight(viewer, row)
    case 'message':
    case 'chat':
    case 'chat.gone':
      return chatSight(viewer, row, now)
    default:
      return 'nothing'
  }
}

const within = ({ reach, memberId }: Viewer, standing: Standing): boolean => reach.sees(memberId, standing)

// A contact that is gone cannot be looked up, so it is told once for those who see everybody, and once for each chat
// it had, for those whose scope that chat was in.
function goneSight(viewer: Viewer, row: OutboxRow): Sight {
  const isOfChat = row.chat_id !== null
  const told = viewer.reach.all ? !isOfChat : isOfChat && within(viewer, standsAt(row))
  return viewer.contacts && told ? 'whole' : 'nothing'
}

function chatSight(viewer: Viewer, row: OutboxRow, now?: Standing | null): Sight {
  if (!viewer.inbox) return 'nothing'
  if (!within(viewer, standsAt(row))) return row.moved && within(viewer, stoodAt(row)) ? 'gone' : 'nothing'
  return now === undefined || (now !== null && within(viewer, now)) ? 'whole' : 'gone'
}
