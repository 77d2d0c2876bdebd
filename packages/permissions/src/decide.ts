import { type Grants, has } from './grants.ts'
import type { ChatScope } from './scope.ts'

/** Who asks: the grants of their role, its name and scope, and those of the token where a program acts for them. */
export interface Asker<P extends string = string> {
  readonly grants: Grants<P>
  readonly role: string
  readonly scope: ChatScope
  readonly token?: Grants<P> | null
}

export type Decision =
  | { readonly allowed: true; readonly scope: ChatScope }
  | {
      readonly allowed: false
      readonly missing: string
      readonly role: string
      /** Which of them lacks it: the role, only the token, or the catalogue, which has no such permission. */
      readonly why: 'role' | 'token' | 'unknown'
    }

/** The whole answer, with its reason. `can` is the same one, shortened. */
export function decide(who: Asker, permission: string): Decision {
  const deny = (why: 'role' | 'token' | 'unknown'): Decision => {
    const missing = typeof permission === 'string' ? permission : typeof permission
    return { allowed: false, missing, role: who.role, why }
  }
  if (!who.grants.bits.at.has(permission)) return deny('unknown')
  if (!has(who.grants, permission)) return deny('role')
  if (who.token && !has(who.token, permission)) return deny('token')
  return { allowed: true, scope: who.scope }
}

/** The question that every screen and every guard asks. Denies whatever is not exactly the name of a permission. */
export const can: <P extends string>(grants: Grants<P>, permission: NoInfer<P>) => boolean = has
