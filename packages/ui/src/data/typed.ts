import { useEffect, useRef, useState } from 'preact/hooks'
import { toast } from '../parts/toast.tsx'
import { whose } from '../session/whose.ts'
import { words } from '../words.ts'
import { keep, kept } from './kept.ts'

/** What a form asks for. Only what differs from its beginning is kept, and put on what it begins with the next time. */
type Fields = Readonly<Record<string, string | readonly string[]>>

export interface Typed<Form> {
  value: Form
  /** Takes what is written into one field. */
  on: <Name extends keyof Form>(field: Name) => (value: Form[Name]) => void
  /** It stood here when the form was opened. */
  before: boolean
  /** Back to the beginning: it is sent, or not wanted any more. */
  drop: () => void
}

/**
 * What somebody writes into a form. It outlives Escape, Back, another page, a reload and the session, is there when they
 * open the form again (`Begun` says so), and is nobody else's at this browser. Whoever leaves it is told that it stays.
 * `what` names the form and what it is about, such as `contact.<id>`.
 */
export function useTyped<Form extends Fields>(what: string, start: Form): Typed<Form> {
  const owner = useRef(whose() ?? '').current
  const begin = useRef(start).current
  const [{ value, before }, set] = useState(() => opened(begin, kept(owner, what)))
  const write = (value: Form) => {
    keep(owner, what, changed(begin, value))
    set({ value, before })
  }
  const drop = () => {
    keep(owner, what, null)
    set({ value: begin, before: false })
  }
  // Signed out, or sent: nothing is kept then, and nothing is said.
  useEffect(() => () => void (kept(owner, what) !== null && sayKept(() => keep(owner, what, null))), [])
  return { value, before, drop, on: (field) => (one) => write({ ...value, [field]: one }) }
}

const sayKept = (run: () => void) => toast(words.typed.kept, { action: { label: words.typed.discard, run } })

/** null: nothing. */
function changed<Form extends Fields>(start: Form, value: Form): Partial<Form> | null {
  const other = Object.entries(value).filter(([field, one]) => !same(one, start[field as keyof Form]))
  return other.length > 0 ? (Object.fromEntries(other) as Partial<Form>) : null
}

/** What another version of the form has kept may look otherwise: that part is as if it was not kept. */
function opened<Form extends Fields>(start: Form, own: unknown): { value: Form; before: boolean } {
  const value = Object.fromEntries(
    Object.entries(start).map(([field, one]) => {
      const mine = (own as Partial<Form> | null)?.[field as keyof Form]
      return [field, alike(one, mine) ? mine : one]
    }),
  ) as Form
  return { value, before: changed(start, value) !== null }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const alike = (one: unknown, other: unknown): boolean =>
  typeof one === 'string'
    ? typeof other === 'string'
    : Array.isArray(other) && other.every((item) => typeof item === 'string')
