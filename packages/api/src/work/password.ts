import { hash, verify } from '@node-rs/argon2'

export type Hash = (password: string) => Promise<string>

// Argon2id (the library's default kind), 19 MiB, two passes: OWASP Password Storage Cheat Sheet, first choice.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** ASVS 5.0, 6.2.1 and 6.2.9: at least eight, and long ones welcome. Any character counts. */
export const passwordLength = { min: 10, max: 128 }

export const hashPassword: Hash = (password) => hash(password, cost)

/** At whatever cost it was kept. false also for a hash that is none. */
export const verifyPassword = (stored: string, password: string): Promise<boolean> =>
  verify(stored, password).catch(() => false)
