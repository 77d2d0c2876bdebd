import { uuidOf } from '@rolecall/protocol'

/** A random UUID, on pages without https too. */
export const uuid = (): string => uuidOf(crypto.getRandomValues(new Uint8Array(16)))
