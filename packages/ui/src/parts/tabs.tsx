import type { CallName } from '@rolecall/client'
import { useRef } from 'preact/hooks'
import { Count } from './badge.tsx'

/** Tabs with one stop for the Tab key; arrows move and choose. The panel takes `id={tabPanel(name)}`. */
export function Tabs<Id extends string>({ label, name, tabs, selected, onSelect }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === selected)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onSelect(next.id)
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          class="tab"
          id={`${name}-tab-${tab.id}`}
          data-tab={tab.id}
          data-call={tab.call}
          aria-selected={tab.id === selected}
          aria-controls={tabPanel(name)}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          <span>{tab.label}</span>
          {tab.count !== undefined && <Count value={tab.count} />}
        </button>
      ))}
    </div>
  )
}

/** Id of the one panel that the tabs of this name control. */
export const tabPanel = (name: string): string => `${name}-panel`

export interface TabsProps<Id extends string> {
  label: string
  /** Prefix of the ids; unique on the page. */
  name: string
  /** `call`: what choosing it leads to, for `data-call`. */
  tabs: readonly { id: Id; label: string; count?: number | undefined; call?: CallName }[]
  selected: Id
  onSelect: (id: Id) => void
}
