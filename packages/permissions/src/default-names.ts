// The four roles that every account has, from the most to the least (product.md, section 1).
export const defaultRoleNames = ['Administrator', 'Supervisor', 'Agent', 'Support'] as const

export type DefaultRoleName = (typeof defaultRoleNames)[number]
