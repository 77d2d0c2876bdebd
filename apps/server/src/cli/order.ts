import { parseArgs } from 'node:util'
import type { Operator } from '@rolecall/api'
import type { PlanPreview } from '@rolecall/protocol'
import type { Order, OurOrder } from '../order.ts'
import { readSettings } from '../settings.ts'
import { carryOut } from './carry-out.ts'
import { roles } from './roles.ts'
import { Usage } from './usage.ts'

/** Carries out an order; resolves to what is to be printed. */
export async function order(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  if (args[0] === 'roles') return roles(args.slice(1), readSettings(env))
  if (args[0] === 'order') return JSON.stringify(await carryOut(readAny(args.slice(1)), readSettings(env)), null, 2)
  const asked = read(args)
  const done = await carryOut(asked, readSettings(env))
  if (asked.verb === 'setPlan') return planLine(done as PlanPreview)
  if (asked.verb === 'createToken') return (done as { token: string }).token
  if (asked.verb === 'passwordLink') return (done as { link: string }).link
  if (asked.verb === 'letters') return letterLines(done as Letters)
  const { from, to } = done as { from: string; to: string }
  return from === to ? `${asked.email} is ${to} already.` : `${asked.email} was ${from} and is ${to} now.`
}

/** The command line as an order. @throws {Usage} */
export function read([noun, verb, ...rest]: readonly string[]): OurOrder {
  const command = `${noun} ${verb ?? ''}`.trim()
  if (command === 'members set-role') {
    const [email, role, ...more] = rest
    if (!email || !role || more.length > 0) {
      throw new Usage('rolecall members set-role takes an EMAIL and a ROLE; put a name with spaces in quotes.')
    }
    return { verb: 'setRole', email, input: { role } }
  }
  if (command === 'members password-link') {
    const [email, ...more] = rest
    if (!email || more.length > 0) throw new Usage('rolecall members password-link takes an EMAIL.')
    return { verb: 'passwordLink', email, input: {} }
  }
  if (noun === 'letters') {
    const { member } = options(verb === undefined ? [] : [verb, ...rest])
    if (!member) throw new Usage('rolecall letters takes --member EMAIL.')
    return { verb: 'letters', email: member, input: {} }
  }
  if (command === 'tokens create') {
    const { member, permissions, name } = options(rest)
    if (!member || !permissions || !name) {
      throw new Usage('rolecall tokens create needs --member EMAIL, --permissions a,b and --name NAME.')
    }
    const listed = permissions.split(',').map((one) => one.trim())
    return { verb: 'createToken', email: member, input: { permissions: listed.filter(Boolean), name } }
  }
  if (command === 'plan set') {
    const [plan, ...flags] = rest
    const { member } = options(flags)
    if (!plan || plan.startsWith('-') || !member) {
      throw new Usage('rolecall plan set takes a PLAN (basic, pro or unlimited) and --member EMAIL.')
    }
    return { verb: 'setPlan', email: member, input: { plan } }
  }
  throw new Usage(`There is no command "${command}". rolecall help lists them.`)
}

/** Any order that the server knows, by its name: what a feature brings has no words of its own here. @throws {Usage} */
export function readAny([verb, ...rest]: readonly string[]): Order {
  const { member, input = '{}' } = options(rest)
  if (!verb || verb.startsWith('-') || !member)
    throw new Usage('rolecall order takes a NAME and --member EMAIL, and --input JSON where it needs more.')
  try {
    return { verb, email: member, input: JSON.parse(input) }
  } catch (error) {
    throw new Usage(`The input is not JSON: ${(error as Error).message}`)
  }
}

type Letters = Awaited<ReturnType<Operator['letters']>>

const letterLines = (letters: Letters): string =>
  letters
    .map(({ at, kind, about, state, tries, fault }) =>
      [at, kind, about, state, `${tries} tried`, fault ?? ''].join('  ').trimEnd(),
    )
    .join('\n') || 'No letter was written in the last 30 days.'

function planLine({ from, to, locks, unlocks }: PlanPreview): string {
  if (from === to) return `The plan is ${to} already.`
  const names = (roles: { name: string }[]) => roles.map(({ name }) => name).join(', ')
  const locked = locks.length > 0 ? ` Locked, but working as before: ${names(locks)}.` : ''
  const unlocked = unlocks.length > 0 ? ` No longer locked: ${names(unlocks)}.` : ''
  return `The plan was ${from} and is ${to} now.${locked}${unlocked}`
}

function options(args: string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ args, options: { member: text, permissions: text, name: text, input: text } }).values
  } catch (error) {
    throw new Usage((error as Error).message)
  }
}
