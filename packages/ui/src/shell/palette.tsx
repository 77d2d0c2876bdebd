import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { Kbd } from '../parts/kbd.tsx'
import { words } from '../words.ts'
import { type Command, matching } from './commands.ts'
import { paletteOpen } from './open.ts'

const close = () => {
  paletteOpen.value = false
}

/** ⌘K: type, arrow, Enter. `commands`: what it offers this member now. */
export function Palette({ commands }: PaletteProps) {
  return (
    <Dialog open plain title={words.palette.title} closeLabel={words.close} onClose={close}>
      <Finder commands={commands} />
    </Dialog>
  )
}

export interface PaletteProps {
  commands: (route: (path: string) => void) => readonly Command[]
}

function Finder({ commands }: PaletteProps) {
  const { route } = useLocation()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const found = matching(commands(route), text)
  const chosen = found[Math.min(at, found.length - 1)]
  const run = (command: Command | undefined) => {
    if (!command) return
    close()
    command.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') run(chosen)
    else if (event.key === 'ArrowDown') setAt((at + 1) % Math.max(1, found.length))
    else if (event.key === 'ArrowUp') setAt((at + found.length - 1) % Math.max(1, found.length))
    else return
    event.preventDefault()
  }
  return (
    <div class="palette">
      <input
        class="input"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={chosen && `palette-${chosen.id}`}
        aria-label={words.palette.placeholder}
        placeholder={words.palette.placeholder}
        value={text}
        autofocus
        onKeyDown={onKeyDown}
        onInput={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
      />
      <div id="palette-list" class="palette-list" role="listbox" aria-label={words.palette.title}>
        {found.map((command) => (
          <div
            key={command.id}
            id={`palette-${command.id}`}
            class="menu-item"
            role="option"
            aria-selected={command === chosen}
            onPointerMove={() => setAt(found.indexOf(command))}
            onClick={() => run(command)}
          >
            <Icon name={command.icon} size={18} />
            <span class="menu-label">{command.label}</span>
            {command.keys && <Kbd keys={command.keys} />}
          </div>
        ))}
      </div>
      {found.length === 0 && <p role="status">{words.palette.none}</p>}
    </div>
  )
}
