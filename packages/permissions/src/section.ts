import type { DefaultRoleName } from './default-names.ts'
import type { Permission } from './names.ts'

export type Risk = 'low' | 'medium' | 'high'

/** One thing that a member may or may not do. */
export interface Action<Need extends string = string> {
  /** A sentence in the imperative, without a full stop: "Delete chats for good". */
  readonly label: string
  /** What it opens, said to the person who decides whether to grant it. */
  readonly describes: string
  /** High: it cannot be undone, costs money, takes data out or changes who may do what. */
  readonly risk: Risk
  /** Without these it is of no use: granting it grants them, withdrawing one of them withdraws it. */
  readonly needs?: readonly Need[]
  /** Which default roles hold it, besides the Administrator who holds everything. Left out: none of them. */
  readonly roles?: readonly Exclude<DefaultRoleName, 'Administrator'>[]
}

/** A card of the role editor: its actions are the permissions `key.action`. */
export interface Section<Key extends string = string, Name extends string = string> {
  readonly key: Key
  readonly label: string
  readonly describes: string
  /** Its permissions are about chats, or what hangs on chats: the reach of whoever holds them decides which. */
  readonly scoped?: boolean
  readonly actions: Readonly<Record<Name, Action>>
}

/** The permissions of a section, or of each section in a union of them: pairs that exist, never a cross-product. */
export type PermissionOf<S extends Section> =
  S extends Section<infer Key, infer Name> ? `${Key}.${Extract<Name, string>}` : never

/**
 * Declares a section with full types: its `needs` are checked against its own actions and our 42.
 *
 * Throws an Error for a key or an action that is not lower-case letters.
 *
 * @example
 * const crm = defineSection('crm', {
 *   label: 'Deals',
 *   describes: 'Deals that grew out of chats',
 *   actions: {
 *     view: { label: 'See deals', describes: 'Opens the list of deals', risk: 'low', roles: ['Supervisor', 'Agent'] },
 *     edit: { label: 'Edit deals', describes: 'Changes stage and amount', risk: 'medium', needs: ['crm.view'] },
 *   },
 * })
 * const everything = extend(catalogue, crm) // 'crm.view' and 'crm.edit' are permissions of it
 */
export function defineSection<const Key extends string, const Name extends string>(
  key: Key,
  section: {
    readonly label: string
    readonly describes: string
    readonly scoped?: boolean
    readonly actions: Readonly<Record<Name, Action<Permission | `${NoInfer<Key>}.${NoInfer<Name>}`>>>
  },
): Section<Key, Name> {
  for (const word of [key, ...Object.keys(section.actions)]) {
    if (!/^[a-z]+$/.test(word)) throw new Error(`"${word}" cannot be part of a permission: lower-case letters only`)
  }
  return { key, ...section }
}

/** The names of a section's permissions, in its order. */
export function permissionsOf<S extends Section>(section: S): PermissionOf<S>[] {
  return Object.keys(section.actions).map((name) => `${section.key}.${name}` as PermissionOf<S>)
}
