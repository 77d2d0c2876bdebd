// For tests, here and in other packages: what was asked for, to compare with what is.

export { allHeld, allHolders, allNeeds, held, holders, holdersOf, needs, roleNames, withNeeds } from './facts.ts'
