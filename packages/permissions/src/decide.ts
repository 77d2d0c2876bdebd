import { Bit, nameOf } from './bit.ts'
import { type Grants, has, holds } from './grants.ts'
import type { Reach } from './reach.ts'

/** Who asks: what they hold, the name of their role, and the grants of the token where a program acts for them. */
export interface Asker<P extends string = string> {
  readonly grants: Grants<P>
  readonly role: string
  readonly reach: Reach
  readonly token?: Grants<P> | null
}

export type Decision =
  | { readonly allowed: true; readonly reach: Reach }
  | {
      readonly allowed: false
      readonly missing: string
      readonly role: string
      /** Which of them lacks it: the role, only the token, or the catalogue, which has no such permission. */
      readonly why: 'role' | 'token' | 'unknown'
    }

/** The whole answer, with its reason. `can` is the same one, shortened. A guard asks with the bit that it was declared with. */
export function decide(who: Asker, asked: string | Bit): Decision {
  const held = (grants: Grants<string>) => (asked instanceof Bit ? holds(grants, asked) : has(grants, asked))
  const deny = (why: 'role' | 'token' | 'unknown'): Decision => {
    const missing = typeof name === 'string' ? name : typeof name
    return { allowed: false, missing, role: who.role, why }
  }
  const name = nameOf(asked)
  if (!held(who.grants)) return deny(who.grants.bits.at.has(name) ? 'role' : 'unknown')
  if (who.token && !held(who.token)) return deny('token')
  return { allowed: true, reach: who.reach }
}

/** The question that every screen asks. Denies whatever is not exactly the name of a permission. */
export const can: <P extends string>(grants: Grants<P>, permission: NoInfer<P>) => boolean = has
