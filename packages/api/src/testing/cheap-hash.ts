import { hash } from '@node-rs/argon2'
import type { Hash } from '../work/password.ts'

/** As passwords are kept, at the least that argon2 can cost: the cost of the product has a test of its own. */
export const cheapHash: Hash = (password) => hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 })
