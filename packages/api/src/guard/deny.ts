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

interface Denied {
  missing: string
  role: string
  /** 'beyond': the call may be made, but not for more than its maker holds. */
  why: (Decision & { allowed: false })['why'] | 'beyond'
}

export function noteDenied(ctx: Context, path: string, actor: Actor, { missing, role, why }: Denied): void {
  const { accountId, memberId } = actor
  const { requestId, ip, credential } = ctx
  const by = credential.kind === 'token' ? 'token' : 'session'
  ctx[house].log.warn({ requestId, path, permission: missing, role, why, accountId, memberId, by, ip }, 'denied')
}

/** Refuses and logs (ASVS 16.2): who, which permission, which role, under which request. Nothing else happens. */
export function deny(ctx: Context, path: string, actor: Actor, decision: Decision & { allowed: false }): never {
  const { missing, role, why } = decision
  const { catalogue } = ctx[house]
  noteDenied(ctx, path, actor, decision)
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
