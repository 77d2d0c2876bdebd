import { SearchField } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import type { Editor } from './editor.ts'
import { held } from './rules.ts'
import { words } from './words.ts'

/** Finds a permission by its words: each with whether the role has it, and leading to the panel where it is ticked. */
export function FindPermission({ editor: { draft, rules }, path }: Props) {
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLocaleLowerCase()
  const granted = held(draft, rules)
  const found = rules.sections.flatMap((section) =>
    section.permissions
      .filter(({ name, label, describes }) =>
        [section.label, name, label, describes].some((text) => text.toLocaleLowerCase().includes(wanted)),
      )
      .map((one) => ({ ...one, section })),
  )
  return (
    <div class="role-find">
      <SearchField label={words.find.label} value={search} clearLabel={words.find.clear} onInput={setSearch} />
      <div role="status">
        {wanted !== '' &&
          (found.length === 0 ? (
            <p class="role-soft">{words.find.none}</p>
          ) : (
            <ul class="lines">
              {found.map(({ name, label, section }) => (
                <li key={name}>
                  <a href={path(section.key)}>{label}</a>
                  <span class="quiet">
                    {section.label} · {granted.has(name) ? words.panel.allowed : words.panel.notAllowed}
                  </span>
                </li>
              ))}
            </ul>
          ))}
      </div>
    </div>
  )
}

interface Props {
  editor: Pick<Editor, 'draft' | 'rules'>
  path: (section?: string) => string
}
