import { stringify } from 'csv-stringify/sync'

/**
 * CSV as RFC 4180 writes it, with CRLF. Every cell is quoted: the library's own choice leaves a lone line feed bare, and
 * a spreadsheet that splits at semicolons would find a formula within a cell. What would run as a formula gets a ' in
 * front (OWASP, "CSV Injection").
 */
const options = { record_delimiter: '\r\n', escape_formulas: true, quoted: true }

/** The line of headers, with a byte order mark for Excel, which otherwise takes UTF-8 for something older. */
export const csvHead = (headers: readonly string[]): string => stringify([headers], { ...options, bom: true })

export const csvLines = (rows: readonly (readonly string[])[]): string => stringify([...rows], options)

/** Headers of an answer that a browser keeps as a file, named for the day. */
export const csvAnswer = (name: string): Record<string, string> => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name}-${new Date().toISOString().slice(0, 10)}.csv"`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
})
