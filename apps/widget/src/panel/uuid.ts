import { uuidOf } from '@rolecall/protocol'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

export const uuid = (): string => uuidOf(random(16))

/** 32 random bytes in base64url: 43 characters. */
export const seed = (): string =>
  btoa(String.fromCharCode(...random(32)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace('=', '')
