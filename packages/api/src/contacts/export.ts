import { Readable } from 'node:stream'
import { guard } from '../guard/guard.ts'
import { csvAnswer } from '../rows/csv.ts'
import { csvOf } from './csv.ts'
import { pages } from './pages.ts'
import { says } from './says.ts'

/**
 * GET /contacts.csv: every contact of the caller's scope, page by page as fast as the reader takes them, so memory stays
 * flat. Details only with `contacts.details`. If rights change on the way the connection breaks off: a file that ended
 * there would look complete.
 */
export const exportContacts = guard.route(
  'contacts.export',
  'contacts.export',
  'GET /contacts.csv',
  async (visit) => {
    await visit.open(({ audit, actor }) => audit(says.export, { kind: 'account', id: actor.accountId }, {}))
    return visit.reply.headers(csvAnswer('contacts')).send(Readable.from(csvOf(pages(visit), visit.scope.details)))
  },
  20,
)
