import type { Conversation } from '@rolecall/protocol'
import { guard } from '../guard.ts'
import { conversationOf } from './conversation.ts'

/** The visitor's conversation, after a reload of the page. */
export const thread = guard.visitor().query(({ ctx }): Promise<Conversation> => conversationOf(ctx.tx, ctx.visitor))
