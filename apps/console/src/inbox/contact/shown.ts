import { computed, signal } from '@preact/signals'

const wide = matchMedia('(width >= 1240px)')
const roomy = signal(wide.matches)
wide.addEventListener('change', (event) => {
  roomy.value = event.matches
  asked.value = null
})

/** What the reader asked for; null: whatever the window has room for. */
const asked = signal<boolean | null>(null)

/** Whether the contact stands beside the chat. */
export const contactShown = computed(() => asked.value ?? roomy.value)

/** Whether it lies over the chat, for want of room. */
export const contactCovers = computed(() => contactShown.value && !roomy.value)

export function showContact(shown: boolean): void {
  asked.value = shown
}
