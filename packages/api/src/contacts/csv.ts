import type { Contact } from '@rolecall/protocol'
import { csvHead, csvLines } from '../rows/csv.ts'

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

/** @param withDetails whether the columns of `contacts.details` exist at all */
export async function* csvOf(pages: AsyncIterable<Contact[]>, withDetails: boolean): AsyncGenerator<string> {
  const all = withDetails ? [...columns, ...details] : columns
  yield csvHead(all.map(([header]) => header))
  for await (const page of pages) yield csvLines(page.map((contact) => all.map(([, cell]) => cell(contact))))
}
