import type { FirstStep } from '@rolecall/protocol'
import { useEffect, useState } from 'preact/hooks'
import { api } from '../data/api.ts'
import { keep, kept } from '../data/kept.ts'
import { useQuery } from '../data/query.ts'
import { number } from '../format.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { root } from '../root.ts'
import { session } from '../session/session.ts'
import { Snippet } from './snippet.tsx'
import { stepWords as words } from './step-words.ts'

/** In ms: what somebody does elsewhere ticks itself here. */
const again = 10_000

const hidden = 'first-steps-hidden'

const paths: Record<FirstStep['id'], string> = {
  invite: '/settings/team',
  widget: '/settings/widget',
  departments: '/settings/team/departments',
}

/** What a new account does first, as far as this member may. It goes when all is done; hidden, one line is left of it. */
export function FirstSteps() {
  const me = session.value?.member.id ?? ''
  const { data, reload } = useQuery('first steps', (signal) => api.setup.steps.query(undefined, { signal }))
  const [away, setAway] = useState(() => kept(me, hidden) === true)
  const left = data?.filter(({ done }) => !done).length ?? 0
  useEffect(() => {
    if (left === 0 || away) return undefined
    const timer = setInterval(() => document.visibilityState === 'visible' && reload(), again)
    return () => clearInterval(timer)
  }, [left, away])
  if (!data || left === 0) return null
  const turn = () => {
    keep(me, hidden, !away)
    setAway(!away)
  }
  return (
    <section class="steps" aria-labelledby="first-steps">
      <header class="steps-head">
        <h2 id="first-steps">{words.title}</h2>
        <span class="steps-quiet" role="status">
          {words.count(number(data.length - left), number(data.length))}
        </span>
        <Button size="s" kind="ghost" expanded={!away} onClick={turn}>
          {away ? words.show : words.hide}
        </Button>
      </header>
      {!away && (
        <ol class="steps-list">
          {data.map((step) => (
            <Step key={step.id} {...step} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Step({ id, done }: FirstStep) {
  const { title, body, action } = words[id]
  return (
    <li class={done ? 'is-done' : undefined}>
      <span class="steps-mark">{done && <Icon name="check" size={16} />}</span>
      <div class="steps-text">
        <h3>
          {title} {done && <span class="visually-hidden">({words.done})</span>}
        </h3>
        {!done && (
          <>
            <p class="steps-quiet">{body}</p>
            {id === 'widget' && <Snippet />}
            <a class="button button-secondary button-s" href={root + paths[id]}>
              {action}
            </a>
          </>
        )}
      </div>
    </li>
  )
}
