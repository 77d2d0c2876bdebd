import type { Author } from '@rolecall/protocol'
import { z } from 'zod'
import type { Actor } from '../guard/actor.ts'
import { body, id } from '../rows/input.ts'

/** What a member writes into a chat. `id` is made by the client, once for each message and not for each attempt. */
export const message = z.strictObject({ chatId: id, id, body })

export const authorOf = (actor: Actor): Author => ({ kind: 'member', id: actor.memberId, name: actor.name })
