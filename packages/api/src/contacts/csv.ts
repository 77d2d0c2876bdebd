import type { Contact } from '@rolecall/protocol'
import { stringify } from 'csv-stringify/sync'

type Column = [header: string, cell: (contact: Contact) => string]

const columns: Column[] = [
  ['Name', ({ name }) => name],
  ['Tags', ({ tags }) => tags.join(', ')],
  ['Page', ({ page }) => page ?? ''],
  ['Device', ({ device }) => device ?? ''],
  ['First seen', ({ createdAt }) => createdAt],
  ['Last seen', ({ lastSeenAt }) => lastSeenAt],
]

const details: Column[] = [
  ['Email', ({ details }) => details?.email ?? ''],
  ['Phone', ({ details }) => details?.phone ?? ''],
  ['IP address', ({ details }) => details?.ip ?? ''],
  [
    'Custom data',
    ({ details }) => (details && Object.keys(details.data).length > 0 ? JSON.stringify(details.data) : ''),
  ],
]

/**
 * CSV as RFC 4180 writes it, with CRLF. Every cell is quoted: the library's own choice leaves a lone line feed bare, and
 * a spreadsheet that splits at semicolons would find a formula within a cell. The byte order mark is for Excel, which
 * otherwise takes UTF-8 for something older. What would run as a formula gets a ' in front (OWASP, "CSV Injection").
 * @param withDetails whether the columns of `contacts.details` exist at all
 */
export async function* csvOf(pages: AsyncIterable<Contact[]>, withDetails: boolean): AsyncGenerator<string> {
  const all = withDetails ? [...columns, ...details] : columns
  const options = { record_delimiter: '\r\n', escape_formulas: true, quoted: true }
  yield stringify([all.map(([header]) => header)], { ...options, bom: true })
  for await (const page of pages)
    yield stringify(
      page.map((contact) => all.map(([, cell]) => cell(contact))),
      options,
    )
}
