import { createClient } from '@rolecall/client'
import { root } from '../root.ts'
import { takePreview } from '../session/preview.ts'
import { timedFetch } from './clock.ts'

/** The role that this tab looks through, if any. */
export const looking = takePreview()

/** The typed client of this page: same origin, the member's own cookie; through a role, where the tab looks through one. */
export const client = createClient({ url: root, fetch: timedFetch, ...(looking && { preview: looking.id }) })
export const api = client.api
