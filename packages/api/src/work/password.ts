import { hash, verify } from '@node-rs/argon2'
import { Refused } from '../refuse/errors.ts'
import { NoSlot, Slots } from './slots.ts'

export type Hash = (password: string) => Promise<string>

// Argon2id (the library's default kind), 19 MiB, two passes: OWASP Password Storage Cheat Sheet, first choice.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** ASVS 5.0, 6.2.1 and 6.2.9: at least eight, and long ones welcome. Any character counts. */
export const passwordLength = { min: 10, max: 128 }

// One at a time: each keeps a core busy, on threads that the rest of the process needs as well, and whoever guesses would
// otherwise hold up everybody's calls. The next begins after a pause as long as the last one took.
const slots = new Slots(() => 1, 40, 4000, { rests: true })

/** @throws {Refused} where too many wait already */
async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await slots.run(['hash'], work)
  } catch (error) {
    if (!(error instanceof NoSlot)) throw error
    throw new Refused('UNAVAILABLE', 'Too many people sign in at this moment. Try again in a few seconds.', {}, 5)
  }
}

export const hashPassword: Hash = (password) => oneAtATime(() => hash(password, cost))

/** At whatever cost it was kept. false also for a hash that is none. */
export const verifyPassword = (stored: string, password: string): Promise<boolean> =>
  oneAtATime(() => verify(stored, password).catch(() => false))
