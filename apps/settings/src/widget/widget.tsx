import { api, Badge, mayCall, session, useQuery, When } from '@rolecall/ui'
import { Snippet } from '@rolecall/ui/snippet'
import { useEffect } from 'preact/hooks'
import { paths } from '../paths.ts'
import { Answer } from '../shell/answer.tsx'
import { Page } from '../shell/page.tsx'
import { words } from './words.ts'

/** In ms: whoever puts the line into a page in another window sees here that it is there. */
const again = 10_000

/** The line for one's site, where the widget was last seen, and whether it is shown. */
export function Widget() {
  const query = useQuery('widget', (signal) => api.widget.seen.query(undefined, { signal }))
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && query.reload(), again)
    return () => clearInterval(timer)
  }, [])
  const shown = session.value?.account.widgetShown
  return (
    <Page title={words.title} lead={words.lead}>
      <section class="card">
        <h2>{words.line}</h2>
        <Snippet />
        <p class="quiet">
          {words.department} <code>data-department="Sales"</code>
        </p>
      </section>
      <section class="card">
        <h2>{words.where}</h2>
        <Answer query={query}>
          {(seen) =>
            seen === null ? (
              <p>{words.never}</p>
            ) : (
              <ul class="lines">
                <li>
                  <span>
                    {words.last} <When iso={seen.lastAt} />
                  </span>
                  <bdi class="breaks" translate={false}>
                    {seen.page}
                  </bdi>
                </li>
                <li>
                  <span>
                    {words.first} <When iso={seen.firstAt} />
                  </span>
                </li>
              </ul>
            )
          }
        </Answer>
      </section>
      <section class="card">
        <div class="card-head">
          <h2>{words.shown}</h2>
          <Badge tone={shown ? 'good' : 'warn'}>{shown ? words.state.on : words.state.off}</Badge>
        </div>
        <p>{shown ? words.isShown : words.isHidden}</p>
        {mayCall('switches.setWidget') && (
          <p>
            <a href={paths.inbox}>{words.toSwitch}</a>
          </p>
        )}
      </section>
    </Page>
  )
}
