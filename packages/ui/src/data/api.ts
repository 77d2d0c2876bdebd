import { signal } from '@preact/signals'
import { createClient } from '@rolecall/client'
import { root } from '../root.ts'
import { takePreview } from '../session/preview.ts'
import { whose } from '../session/whose.ts'
import { timedFetch } from './clock.ts'

/** The role that this tab looks through, if any. */
export const looking = takePreview()

/** Counts how often the server found somebody else signed in than whom this page was made for. */
export const strange = signal(0)

/** The typed client of this page: same origin, the member's own cookie; through a role, where the tab looks through one. */
export const client = createClient({
  url: root,
  fetch: timedFetch,
  ...(looking && { preview: looking.id }),
  member: whose,
  refused: ({ code }) => {
    if (code === 'OTHER_MEMBER') strange.value++
  },
})
export const api = client.api

/** Who is signed in at this browser, whosever page this is. */
export const anybody = createClient({ url: root }).api
