// For outsiders of this package: who on the team may do what, the same on the server and in a browser.
export type { Bit } from './bit.ts'
export { type Bits, bitOf } from './bits.ts'
export { type Catalogue, catalogue, extend } from './catalogue.ts'
export { type Asker, can, type Decision, decide } from './decide.ts'
export { type DefaultRoleName, defaultRoleNames } from './default-names.ts'
export { type DefaultRoles, defaultRoles } from './default-roles.ts'
export { diffRoles, isNoDiff, type RoleDiff, type ScopedRole } from './diff.ts'
export {
  allGrants,
  covers,
  type Grants,
  grantsOf,
  has,
  holds,
  intersect,
  isEmpty,
  minus,
  noGrants,
  toNames,
  union,
} from './grants.ts'
export { type Beside, type HeldRole, type Holding, type Holdings, holdingOf } from './holding.ts'
export { names, type Permission, type SectionKey } from './names.ts'
export { type Needs, needsOf } from './needs.ts'
export { parseDefaultRole, parsePermission, parsePermissions, parsePlan, parseSection } from './parse.ts'
export { customRoleLimit, type Plan, plans } from './plans.ts'
export { type PrintedCatalogue, type PrintedSection, toJson, toMarkdown } from './print.ts'
export {
  catalogueFrom,
  dependantsOf,
  grantsOfTicks,
  type SectionState,
  sectionState,
  type Ticks,
  type ToldCatalogue,
  withoutOne,
} from './printed.ts'
export {
  type ChatPlace,
  type ChatScope,
  noReach,
  type Reach,
  reachOf,
  reachOfDepartments,
  type Unassigned,
  wholeReach,
} from './reach.ts'
export { closeUpwards, withdraw } from './requires.ts'
export { grantsOfRole, isCustom, type StoredRole } from './role.ts'
export { type Act, type Change, type Demand, type Lack, lacking, receives, rules, setsFree } from './rules.ts'
export { type Action, defineSection, type PermissionOf, permissionsOf, type Risk, type Section } from './section.ts'
