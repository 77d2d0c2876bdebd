import type { Conversation } from '@rolecall/protocol'
import { guard } from '../guard/guard.ts'
import { nothing } from '../rows/input.ts'
import { conversationOf } from './conversation.ts'

/** The visitor's conversation, after a reload of the page. */
export const thread = guard
  .visitor(2)
  .input(nothing)
  .query(({ ctx }): Promise<Conversation> => conversationOf(ctx.tx, ctx.visitor))
