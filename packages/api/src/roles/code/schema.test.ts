import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { document, schemaId } from './document.ts'

interface Shape {
  properties?: Record<string, Shape>
  items?: Shape
  required?: string[]
  enum?: unknown[]
  const?: unknown
}

const written: Shape & { $id: string } = JSON.parse(
  readFileSync(new URL('../../../../../docs/roles.schema.json', import.meta.url), 'utf8'),
)

/** What must not drift apart: keys, what is required, and which values there are. */
const bones = ({ properties, items, required, enum: values, const: only }: Shape): unknown => ({
  ...(properties && {
    properties: Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, bones(one)])),
  }),
  ...(items && { items: bones(items) }),
  ...(required && { required: required.toSorted((a, b) => a.localeCompare(b)) }),
  ...(values && { values }),
  ...(only !== undefined && { only }),
})

test('the schema that editors read is the one that files are read by', () => {
  expect(written.$id).toBe(schemaId)
  expect(bones(written)).toEqual(bones(document.toJSONSchema({ io: 'input' }) as Shape))
})
