import type { Contact } from '@rolecall/protocol'
import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'

const contact = (name: string, more: Partial<Contact> = {}): Contact => ({
  id: 'c',
  name,
  details: { email: 'ana@shop.example', phone: '+351 21', ip: '203.0.113.7', data: { plan: 'pro' } },
  tags: ['vip', 'new'],
  page: 'https://shop.example/',
  device: 'Chrome on Mac',
  createdAt: '2026-11-20T10:00:00.000Z',
  lastSeenAt: '2026-11-21T10:00:00.000Z',
  ...more,
})

async function write(pages: Contact[][], withDetails = true): Promise<string> {
  async function* given() {
    yield* pages
  }
  let text = ''
  for await (const part of csvOf(given(), withDetails)) text += part
  return text
}

/** RFC 4180, read by hand and independently of the writer. */
function read(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy
  for (let at = cell.exec(text); at; at = cell.exec(text)) {
    const value = at[1] ?? ''
    rows.at(-1)?.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value)
    if (at[2] === '\r\n') rows.push([])
  }
  expect(rows.pop()).toEqual([])
  return rows
}

describe('csvOf', () => {
  it('starts with a byte order mark and the names of the columns', async () => {
    const text = await write([])
    expect(text.codePointAt(0)).toBe(0xfeff)
    expect(read(text.slice(1))).toEqual([
      ['Name', 'Tags', 'Page', 'Device', 'First seen', 'Last seen', 'Email', 'Phone', 'IP address', 'Custom data'],
    ])
  })

  it('writes one line for each contact over all pages, and the head once', async () => {
    const rows = read((await write([[contact('Ana'), contact('Ben')], [contact('Cleo')]])).slice(1))
    expect(rows.map(([name]) => name)).toEqual(['Name', 'Ana', 'Ben', 'Cleo'])
    expect(rows[1]).toEqual([
      'Ana',
      'vip, new',
      'https://shop.example/',
      'Chrome on Mac',
      '2026-11-20T10:00:00.000Z',
      '2026-11-21T10:00:00.000Z',
      'ana@shop.example',
      "'+351 21",
      '203.0.113.7',
      '{"plan":"pro"}',
    ])
  })

  it('has no column for what is masked', async () => {
    const rows = read((await write([[contact('Ana', { details: null })]], false)).slice(1))
    expect(rows[0]).toEqual(['Name', 'Tags', 'Page', 'Device', 'First seen', 'Last seen'])
    expect(rows[1]).toHaveLength(6)
  })

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1+1',
    '=HYPERLINK("http://x","y")',
    "=cmd|' /C calc'!A0",
  ])('leaves no cell that a spreadsheet would run: %j', async (name) => {
    const [, row] = read((await write([[contact(name, { tags: [name] })]])).slice(1))
    expect(row?.[0]).toBe(`'${name}`)
    expect(row?.[1]).toBe(`'${name}`)
  })

  it.each(['a,b', 'a"b', 'a\nb', 'a\r\nb', 'a\rb', 'a;=1+1', '"', ',', ' a ', 'é 漢 😀'])(
    'gives back %j as it was',
    async (name) => {
      const [, row] = read((await write([[contact(name)]])).slice(1))
      expect(row?.[0]).toBe(name)
    },
  )
})
