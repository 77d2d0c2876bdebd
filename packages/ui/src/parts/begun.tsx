import type { Typed } from '../data/typed.ts'
import { words } from '../words.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

/** In a form that was left half written: what stands in it is from before, and can be begun anew. */
export function Begun({ typed }: { typed: Pick<Typed<never>, 'before' | 'drop'> }) {
  if (!typed.before) return null
  const anew = (event: MouseEvent) => {
    const form = (event.currentTarget as HTMLElement).closest('form, section')
    typed.drop()
    form?.querySelector<HTMLElement>('input, textarea')?.focus()
  }
  return (
    <Notice
      action={
        <Button size="s" kind="ghost" onClick={anew}>
          {words.typed.anew}
        </Button>
      }
    >
      {words.typed.before}
    </Notice>
  )
}
