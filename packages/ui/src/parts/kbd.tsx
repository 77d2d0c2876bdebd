/** Keys as a reader knows them on this machine: `mod+k` is ⌘K on a Mac and Ctrl K elsewhere; `g i` is g, then i. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span class="keys">
      {keys.split(' ').map((one) => (
        <kbd key={one} class="kbd">
          {chord(one, isMac())}
        </kbd>
      ))}
    </span>
  )
}

/** One chord in words: the parts joined as the system joins them. */
export function chord(keys: string, mac: boolean): string {
  const names: Record<string, string> = mac
    ? { mod: '⌘', shift: '⇧', alt: '⌥', enter: '↵', escape: 'Esc' }
    : { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', enter: '↵', escape: 'Esc' }
  const parts = keys.split('+')
  const shown = parts.map((key) => names[key] ?? (parts.length > 1 ? key.toUpperCase() : key))
  return shown.join(mac ? '' : ' ')
}

export const isMac = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
