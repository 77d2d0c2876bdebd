import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createApi } from '@rolecall/api'
import { holderOf } from '@rolecall/db'
import type { Refusal } from '@rolecall/protocol'
import { pino } from 'pino'
import { readOperatorKey } from '../keys.ts'
import { logTo } from '../log.ts'
import { openDatabase } from '../open-database.ts'
import type { Order } from '../order.ts'
import { Sentence } from '../sentence.ts'
import type { Settings } from '../settings.ts'

/**
 * On PostgreSQL straight in the database, which wakes the servers. The embedded database belongs to one process: where
 * a server runs on the folder it is asked, otherwise the folder is opened here.
 */
export async function carryOut(order: Order, settings: Settings): Promise<unknown> {
  const holder = settings.databaseUrl ? null : holderOf(settings.dataDir)
  return holder?.url ? ask(holder.url, order, settings.dataDir) : doIt(order, settings)
}

async function doIt(order: Order, settings: Settings): Promise<unknown> {
  const { databaseUrl, dataDir, url, port } = settings
  if (!databaseUrl && !existsSync(join(dataDir, 'pglite'))) {
    throw new Sentence(
      `There is no database in ${dataDir}. Set ROLECALL_DATA or DATABASE_URL as you do for the server.`,
    )
  }
  const database = await openDatabase(settings, 2)
  const log = logTo('warn', pino.destination(2))
  // Nobody signs in here: this secret signs nothing that lasts.
  const secret = randomBytes(32).toString('base64url')
  const api = createApi({ database, secret, url: url ?? `http://localhost:${port}`, log })
  try {
    return await api.operator.obey(order.verb, order.email, order.input)
  } finally {
    await api.close()
    await database.close()
  }
}

async function ask(url: string, order: Order, dataDir: string): Promise<unknown> {
  const response = await fetch(`${url}/operator`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Operator ${readOperatorKey(dataDir)}` },
    body: JSON.stringify(order),
  }).catch((cause: unknown) => {
    throw new Sentence(
      `The server that works on ${dataDir} does not answer at ${url}. Is it starting, or stopping? Try again.`,
      { cause },
    )
  })
  const answer = (await response.json()) as { done: unknown } | Refusal
  if ('done' in answer) return answer.done
  throw new Sentence(answer.message)
}
