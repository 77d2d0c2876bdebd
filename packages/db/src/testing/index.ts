// For tests, here and in other packages: databases of their own on both engines, and an account with people and chats.

export type { TestServers } from './address.ts'
export { accountTables, changesIn } from './changes.ts'
export { engines, freshDatabase, freshFolder, freshPostgres, oneEngine } from './fresh.ts'
export { hashed } from './hashed.ts'
export { addMember, type SeededMember } from './member.ts'
export { asOwner, owned } from './owner.ts'
export { query } from './query.ts'
export { type CustomRole, type Seed, type SeedOptions, seedAccount } from './seed.ts'
export { ownPostgres, type TestServer } from './server.ts'
