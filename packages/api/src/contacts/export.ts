import { Readable } from 'node:stream'
import { guard } from '../guard.ts'
import { csvOf } from './csv.ts'
import { pages } from './pages.ts'

/**
 * GET /contacts.csv: every contact of the caller's scope, page by page as fast as the reader takes them, so memory stays
 * flat. Details only with `contacts.details`. If rights change on the way the connection breaks off: a file that ended
 * there would look complete.
 */
export const exportContacts = guard.route('contacts.export', 'contacts.export', 'GET /contacts.csv', async (visit) => {
  const day = new Date().toISOString().slice(0, 10)
  return visit.reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="contacts-${day}.csv"`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(Readable.from(csvOf(pages(visit), visit.scope.details)))
})
