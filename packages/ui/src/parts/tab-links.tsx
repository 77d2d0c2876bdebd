import type { CallName } from '@rolecall/client'
import { useLocation } from 'preact-iso'
import { mayCall } from '../session/session.ts'
import { Count } from './badge.tsx'

/** Pages beside each other, drawn as tabs: links, so each has its address. One alone is no choice and is not drawn. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  const { path } = useLocation()
  const shown = tabs.filter((tab) => !tab.call || mayCall(tab.call))
  if (shown.length < 2) return null
  return (
    <nav class="tabs tab-links" aria-label={label}>
      {shown.map((tab) => (
        <a key={tab.path} class="tab" href={tab.path} aria-current={path === tab.path ? 'page' : undefined}>
          <span>{tab.label}</span>
          {tab.count !== undefined && <Count value={tab.count} />}
        </a>
      ))}
    </nav>
  )
}

export interface TabLinksProps {
  label: string
  /** `call`: without it the tab is not there. */
  tabs: readonly { path: string; label: string; count?: number | undefined; call?: CallName }[]
}
