import { engines } from '@rolecall/db/testing'
import type { AnyTRPCProcedure } from '@trpc/server'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { inputsFor, type Shape } from './testing/fuzz.ts'
import { type StartedApi, startApi } from './testing/start.ts'

// reliability.md 23: each procedure from its own schema, at least 200 inputs, no answer that says we were at fault.

const runs = 200
const batch = 20

describe.each(engines)('junk on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine)
  })
  afterAll(() => app.close())

  it('gets from every procedure an answer or a refusal, never a failure', { timeout: 300_000 }, async () => {
    const { procedures: all } = (app.api.router as { _def: { procedures: Record<string, AnyTRPCProcedure> } })._def
    // What deletes comes last, or there would be nothing left for the others to find.
    const last = (path: string) => Number(path.endsWith('.delete'))
    const procedures = Object.entries(all).toSorted(([one], [other]) => last(one) - last(other))
    expect(procedures.length).toBeGreaterThan(25)
    const seed = Math.floor(Math.random() * 2 ** 31)
    let answered = 0
    let refused = 0
    for (const [path, { _def }] of procedures) {
      const inputs = fc.sample(inputsFor(shapeOf(_def.inputs[0]), idsOf(app)), { numRuns: runs, seed })
      for (let from = 0; from < inputs.length; from += batch) {
        await restore(app)
        const part = inputs.slice(from, from + batch)
        for (const [n, { error }] of (await send(app, path, _def.type, part)).entries()) {
          const code = error?.data?.refusal?.code
          if (error) refused++
          else answered++
          if (!error || !['INTERNAL', 'UNAVAILABLE', undefined].includes(code)) continue
          throw new Error(
            `${path} answered ${code ?? JSON.stringify(error)} to ${JSON.stringify(part[n])} (seed ${seed})`,
          )
        }
      }
    }
    expect(app.lines.filter(({ level }) => level === 'error')).toEqual([])
    // Junk that is all refused at the door would say nothing about what is behind it.
    console.log(`junk on ${engine}: ${procedures.length} procedures, ${answered} answered, ${refused} refused`)
    expect(answered).toBeGreaterThan(procedures.length * runs * 0.05)
  })
})

function shapeOf(schema: unknown): Shape | undefined {
  if (!schema) return undefined
  return z.toJSONSchema(schema as z.ZodType, { unrepresentable: 'any', io: 'input' }) as Shape
}

const idsOf = ({ seed }: StartedApi): string[] => [
  seed.accountId,
  ...Object.values(seed.chats),
  ...seed.contacts.map(({ id }) => id),
  ...Object.values(seed.members).map(({ id }) => id),
  ...Object.values(seed.roles),
]

/** Puts back what junk may have turned off, so that the next batch gets further than the door. */
async function restore({ database, seed }: StartedApi): Promise<void> {
  await database.db.deleteFrom('attempt').execute()
  await database.tenant(seed.accountId, async (tx) => {
    await tx.updateTable('account').set({ online: true, widget_shown: true }).execute()
    for (const role of ['Administrator', 'Agent'] as const) {
      await tx
        .updateTable('member')
        .set({ role_id: seed.roles[role], status: 'active' })
        .where('id', '=', seed.members[role].id)
        .execute()
    }
  })
}

interface Envelope {
  error?: { data?: { refusal?: { code: string } } }
}

async function send(app: StartedApi, path: string, type: string, inputs: unknown[]): Promise<Envelope[]> {
  const visitor = path.startsWith('visitor.') && { authorization: `Visitor ${app.seed.contacts[2]?.secret}` }
  const headers = visitor || { cookie: app.cookie('Administrator') }
  const body = JSON.stringify(Object.fromEntries(inputs.entries()))
  const address = `${app.url}/trpc/${Array(inputs.length).fill(path).join()}?batch=1`
  if (type === 'mutation') {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', origin: app.url, ...headers }, body }
    const answers = (await (await fetch(address, init)).json()) as Envelope[] | Envelope
    if (Array.isArray(answers)) return answers
    // One of them made the whole body unreadable (`__proto__`) or too large.
    if (inputs.length === 1) return [answers]
    return (await Promise.all(inputs.map((input) => send(app, path, type, [input])))).flat()
  }
  // A query's input is in the address, which has to stay short: one by one.
  return Promise.all(
    inputs.map(async (input) => {
      const text = encodeURIComponent(JSON.stringify(input) ?? '').slice(0, 8_000)
      return (await fetch(`${app.url}/trpc/${path}?input=${text}`, { headers })).json() as Promise<Envelope>
    }),
  )
}
