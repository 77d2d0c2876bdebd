import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { RolesPlan } from '@rolecall/protocol'
import type { OurOrder } from '../order.ts'
import { Sentence } from '../sentence.ts'
import type { Settings } from '../settings.ts'
import { carryOut } from './carry-out.ts'
import { Usage } from './usage.ts'

// Roles as code: export writes a file, diff says what it would change, apply changes it when told so with --yes.

interface Asked {
  file: string | undefined
  email: string
  prune: boolean
  yes: boolean
}

/** Resolves to what is to be printed. */
export async function roles(args: readonly string[], settings: Settings): Promise<string> {
  const [verb, ...rest] = args
  if (verb === 'export') return exportRoles(read(rest, verb), settings)
  if (verb === 'diff') return bring({ ...read(rest, verb), yes: false }, settings)
  if (verb === 'apply') return bring(read(rest, verb), settings)
  throw new Usage(`There is no command "roles ${verb ?? ''}". rolecall help lists them.`)
}

async function exportRoles({ file, email }: Asked, settings: Settings): Promise<string> {
  const exporting: OurOrder = { verb: 'exportRoles', email, input: {} }
  const text = JSON.stringify(await carryOut(exporting, settings), null, 2)
  if (file === undefined) return text
  await writeFile(file, `${text}\n`)
  return `The custom roles are in ${file}.`
}

async function bring({ file, email, prune, yes }: Asked, settings: Settings): Promise<string> {
  const document = await parsed(file ?? '')
  const order = (digest: string | null): OurOrder => ({
    verb: 'importRoles',
    email,
    input: { document, digest, prune },
  })
  const plan = (await carryOut(order(null), settings)) as RolesPlan
  if (!yes) return `${said(plan)}\n\nNothing was changed. rolecall roles apply FILE --yes does it.`
  // What is done is what was said: where somebody saved a role in between it is refused.
  const done = (await carryOut(order(plan.digest), settings)) as RolesPlan
  return `${said(done)}\n\nDone.`
}

const said = ({ lines }: RolesPlan): string =>
  lines.length === 0 ? 'The roles are as the file says already.' : lines.map((line) => `- ${line}`).join('\n')

async function parsed(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Sentence(`There is no file ${file} that can be read.`)
  })
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Sentence(`${file} is not JSON: ${(error as Error).message}`)
  }
}

function read(args: string[], verb: string): Asked {
  const flag = { type: 'boolean', default: false } as const
  const options = { member: { type: 'string' }, prune: flag, yes: flag } as const
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [file, ...more] = positionals
    if (!values.member || more.length > 0 || (file === undefined && verb !== 'export')) {
      throw new Usage(`rolecall roles ${verb} takes ${verb === 'export' ? '[FILE]' : 'FILE'} and --member EMAIL.`)
    }
    return { file, email: values.member, prune: values.prune, yes: values.yes }
  } catch (error) {
    throw error instanceof Usage ? error : new Usage((error as Error).message)
  }
}
