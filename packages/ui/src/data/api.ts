import { createClient } from '@rolecall/client'

/** The typed client of this console: same origin, the member's own cookie. */
export const client = createClient()
export const api = client.api
