/** A key or a chord as a reader knows it on this machine: `mod+k` is ⌘K on a Mac and Ctrl K elsewhere. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd class="kbd">{chord(keys, isMac())}</kbd>
}

export function chord(keys: string, mac: boolean): string {
  const names = mac
    ? { mod: '⌘', shift: '⇧', alt: '⌥', enter: '↵', escape: 'Esc' }
    : { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', enter: '↵', escape: 'Esc' }
  const parts = keys
    .split('+')
    .map((key) => names[key as keyof typeof names] ?? (key.length === 1 && keys.length > 1 ? key.toUpperCase() : key))
  return parts.join(mac ? '' : ' ')
}

export const isMac = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
