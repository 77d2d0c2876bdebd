import type { Tx } from '@rolecall/db'
import { notFound, refuse } from '../refuse/errors.ts'
import { type RequestRow, requestRows } from './row.ts'

/** Takes an open request to decide on: nobody else decides on it until the transaction ends. @throws NOT_FOUND, CONFLICT */
export async function lockRequest(tx: Tx, accountId: string, requestId: string): Promise<RequestRow> {
  const row = await requestRows(tx, accountId)
    .where('request.id', '=', requestId)
    .forUpdate('request')
    .executeTakeFirst()
  if (!row) return notFound()
  if (row.status === 'withdrawn') refuse('CONFLICT', 'This request was withdrawn. There is nothing left to decide.')
  if (row.status !== 'open') refuse('CONFLICT', `${row.decided_name} has ${row.status} this request already.`)
  return row
}
