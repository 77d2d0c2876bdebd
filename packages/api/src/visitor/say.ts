import { visitorSay } from '@rolecall/db'
import type { Message } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { notSignedIn } from '../refuse/errors.ts'
import { body, id } from '../rows/input.ts'
import { idTaken } from '../rows/save-chat.ts'

/**
 * A further message of the visitor. A closed chat opens again. A retry with the same id is the same message.
 * The hottest path of all: the key is proven in the one statement that also writes.
 */
export const sayHere = guard
  .visitorKey()
  .input(z.strictObject({ id, body }))
  .mutation(async ({ ctx: { database, key, offer }, input }): Promise<Message> => {
    const said = await visitorSay(database.db, { accountId: key.accountId, secretHash: key.hash, ...input })
    if (said.outcome === 'unknown') return notSignedIn()
    if (said.outcome === 'taken') return idTaken()
    if (said.outcome === 'said') await offer(key.accountId, [said.event])
    return { ...said.message, seq: said.shown }
  })
