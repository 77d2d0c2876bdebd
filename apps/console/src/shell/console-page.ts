import type { PageOf } from '@rolecall/ui'

/** A page of the console; the rail has no groups. */
export type ConsolePage = PageOf<'rail'>
