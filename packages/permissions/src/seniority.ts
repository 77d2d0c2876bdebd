import { type Grants, minus, toNames, union } from './grants.ts'
import type { Permission } from './names.ts'

// One rule behind all of these (product.md, section 1): nobody hands out, or acts on, more than they hold themselves.
// It is also why `team.administrators` needs no line here: an Administrator holds it, so whoever lacks it lacks part
// of what an Administrator holds. The guard asks for `team.manage`, `roles.manage` … before any of this is asked.

export type Seniority<P extends string = Permission> =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly missing: P[] }

/** Whether somebody with `mine` may put `given` into a role, an invitation or a token. */
export function mayHandOut<P extends string>(mine: Grants<P>, given: Grants<P>): Seniority<P> {
  const missing = toNames(minus(given, mine))
  return missing.length === 0 ? { allowed: true } : { allowed: false, missing }
}

/** Whether somebody with `mine` may deactivate, remove or otherwise manage a member who holds `theirs`. */
export function mayManage<P extends string>(mine: Grants<P>, theirs: Grants<P>): Seniority<P> {
  return mayHandOut(mine, theirs)
}

/**
 * Whether somebody with `mine` may change what a member (or a role, for all who hold it) may do: they need all of it
 * before, or they would act on a senior, and all of it after, or they would raise somebody above themselves.
 */
export function mayChangeRole<P extends string>(change: {
  mine: Grants<P>
  theirsBefore: Grants<P>
  theirsAfter: Grants<P>
}): Seniority<P> {
  return mayHandOut(change.mine, union(change.theirsBefore, change.theirsAfter))
}
