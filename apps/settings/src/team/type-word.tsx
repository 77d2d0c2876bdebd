import type { RoleChoice } from '@rolecall/protocol'
import { Field, Notice } from '@rolecall/ui'
import { roleWords as words } from './role-words.ts'

/** What is written by whoever makes somebody an Administrator: more than a click, for who may then do everything. */
export const isTyped = (typed: string): boolean => typed.trim() === words.administrator

/** A default role keeps its name, and a custom one cannot take it. */
export const raises = ({ custom, name }: RoleChoice): boolean => !custom && name === words.administrator

export const TypeWord = ({ typed, onInput }: { typed: string; onInput: (typed: string) => void }) => (
  <>
    <Notice tone="warn" title={words.raises}>
      {words.raisesBody}
    </Notice>
    <Field label={words.type(words.administrator)} value={typed} autocomplete="off" onInput={onInput} />
  </>
)
