import { signal } from '@preact/signals'

// Which of the shell's dialogs is open. Their code is loaded when they are.

export const paletteOpen = signal(false)
export const helpOpen = signal(false)
