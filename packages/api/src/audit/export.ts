import { Readable } from 'node:stream'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import type { MemberVisit } from '../guard/route.ts'
import { csvAnswer, csvHead, csvLines } from '../rows/csv.ts'
import { after, cursorOf } from '../rows/cursor.ts'
import { type Row, toEntry, type Words } from './entry.ts'
import { entries, type Filter, filter } from './filter.ts'
import { says } from './says.ts'

const query = z.strictObject(filter)
const headers = ['When', 'Who', 'What', 'Action', 'Subject', 'Subject id', 'Detail', 'Address', 'API token']
const size = 500

/** GET /audit.csv: the history behind a filter, newest first, page by page; each page decides afresh. */
export const exportAudit = guard.route(
  'audit.export',
  'audit.view',
  'GET /audit.csv',
  async ({ request, reply, open }) => {
    const asked = query.parse(request.query)
    await open(({ audit, actor }) => audit(says.export, { kind: 'account', id: actor.accountId }, {}))
    return reply.headers(csvAnswer('history')).send(Readable.from(lines(open, asked)))
  },
  20,
)

async function* lines(open: MemberVisit['open'], asked: Filter): AsyncGenerator<string> {
  yield csvHead(headers)
  let from: string | null = null
  for (;;) {
    const { rows, words } = await open(async ({ tx, scope, sentences, catalogue }) => {
      let found = entries(tx, scope, asked)
      if (from !== null) found = found.where(after('at', 'id', from))
      const rows: Row[] = await found.orderBy('at', 'desc').orderBy('id', 'desc').limit(size).execute()
      return { rows, words: { sentences, catalogue } }
    })
    yield csvLines(rows.map((row) => cells(row, words)))
    const last = rows.at(-1)
    if (!last || rows.length < size) return
    from = cursorOf(last.at, last.id)
  }
}

function cells(row: Row, words: Words): string[] {
  const { at, actor, text, action, subject, detail, from } = toEntry(row, words)
  return [
    at,
    actor.name,
    text,
    action,
    subject.name ?? subject.kind,
    subject.id ?? '',
    JSON.stringify(detail),
    from.ip ?? '',
    from.token ?? '',
  ]
}
