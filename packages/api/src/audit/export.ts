import { Readable } from 'node:stream'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import type { MemberVisit } from '../guard/route.ts'
import { csvAnswer, csvHead, csvLines } from '../rows/csv.ts'
import { toEntry } from './entry.ts'
import { type Filter, filter } from './filter.ts'
import { type Found, read } from './read.ts'
import { says } from './says.ts'
import type { Told } from './told.ts'

const query = z.strictObject(filter)
const headers = ['When', 'Who', 'What', 'Action', 'Subject', 'Subject id', 'Detail', 'Address', 'API token']
const size = 500
const none: ReadonlySet<string> = new Set()

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
    const page: Found = await open((ctx) => read(ctx, asked, { after: from, limit: size }))
    yield csvLines(page.rows.map(cells))
    from = page.next
    if (from === null) return
  }
}

function cells(told: Told): string[] {
  const { at, actor, text, action, subject, detail, from } = toEntry(told, none)
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
