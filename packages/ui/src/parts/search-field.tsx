import { useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'

/** A field that narrows a list. Escape and the cross empty it, and it keeps the focus. */
export function SearchField({ label, value, onInput, placeholder, clearLabel }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const clear = () => {
    onInput('')
    input.current?.focus()
  }
  return (
    <div class="search search-field" role="search">
      <Icon name="search" size={18} />
      <input
        ref={input}
        class="input"
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={value}
        maxLength={200}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !value) return
          event.preventDefault()
          clear()
        }}
      />
      {value && <IconButton icon="close" label={clearLabel} onClick={clear} />}
    </div>
  )
}

export interface SearchFieldProps {
  label: string
  value: string
  onInput: (value: string) => void
  placeholder?: string
  clearLabel: string
}
