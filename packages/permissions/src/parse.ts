import { core } from './bits.ts'
import { type DefaultRoleName, defaultRoleNames } from './default-names.ts'
import { names, type Permission, type SectionKey } from './names.ts'
import { type Plan, plans } from './plans.ts'

// Exact spelling or nothing: no trimming, no folding of case, no coercion of what only looks like a string.

export function parsePermission(value: unknown): Permission | null {
  return core.at.has(value) ? (value as Permission) : null
}

/** Each permission once, in the order given; null unless every entry is one. */
export function parsePermissions(value: unknown): Permission[] | null {
  if (!Array.isArray(value)) return null
  const parsed = new Set<Permission>()
  for (const entry of value) {
    const permission = parsePermission(entry)
    if (permission === null) return null
    parsed.add(permission)
  }
  return [...parsed]
}

export function parseSection(value: unknown): SectionKey | null {
  return names.some((name) => name.split('.')[0] === value) ? (value as SectionKey) : null
}

export function parsePlan(value: unknown): Plan | null {
  return plans.find((plan) => plan === value) ?? null
}

export function parseDefaultRole(value: unknown): DefaultRoleName | null {
  return defaultRoleNames.find((name) => name === value) ?? null
}
