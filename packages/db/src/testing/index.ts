// For tests, here and in other packages: databases of their own on both engines, and an account with people and chats.

export type { TestServers } from './address.ts'
export { engines, freshDatabase, freshPostgres } from './fresh.ts'
export { asOwner } from './owner.ts'
export { type CustomRole, hashed, type Seed, type SeededMember, type SeedOptions, seedAccount } from './seed.ts'
export { ownPostgres, type TestServer } from './server.ts'
