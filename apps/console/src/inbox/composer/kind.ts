import { signal } from '@preact/signals'
import type { Sending } from '../state/state.ts'

export type Kind = Sending['kind']

/** What is being written: an answer, or a note for the team. Every chat begins with an answer. */
export const kind = signal<Kind>('message')

export const fieldId = 'composer-field'

/** Turns to an answer or a note and puts the focus into the field. */
export function write(to: Kind): void {
  kind.value = to
  requestAnimationFrame(() => document.getElementById(fieldId)?.focus())
}
