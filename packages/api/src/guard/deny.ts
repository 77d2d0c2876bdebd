import { type Catalogue, type Decision } from '@rolecall/permissions'
import { refuse } from '../refuse/errors.ts'
import type { Actor } from './actor.ts'
import { type Context, house } from './context.ts'

/** The permission's sentence in the catalogue; its name where there is none. */
export function labelOf(catalogue: Catalogue, permission: string): string {
  const dot = permission.indexOf('.')
  const section = catalogue.sections.find(({ key }) => key === permission.slice(0, dot))
  return section?.actions[permission.slice(dot + 1)]?.label ?? permission
}

/** Refuses and logs (ASVS 16.2): who, which permission, which role, under which request. Nothing else happens. */
export function deny(ctx: Context, path: string, actor: Actor, decision: Decision & { allowed: false }): never {
  const { missing, role, why } = decision
  const { accountId, memberId } = actor
  const { log, catalogue } = ctx[house]
  log.warn({ requestId: ctx.requestId, path, permission: missing, role, why, accountId, memberId }, 'denied')
  const lacks = why === 'token' ? 'this API token does not carry it' : `the role ${role} does not have it`
  const help = why === 'token' ? 'Use a token that does.' : 'Ask an administrator for it.'
  return refuse(
    'PERMISSION_MISSING',
    `This needs “${labelOf(catalogue, missing)}” (${missing}), and ${lacks}. ${help}`,
    {
      permission: missing,
      role,
    },
  )
}
