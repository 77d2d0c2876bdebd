import { api, date, Field, number, Select, useQuery, When } from '@rolecall/ui'
import { useMemo } from 'preact/hooks'
import { Lines } from '../roles/review-dialog.tsx'
import { type Rules, rulesOf } from '../roles/rules.ts'
import { sayChange } from '../roles/say.ts'
import { useRoles } from '../roles/use-roles.ts'
import { words as roleWords } from '../roles/words.ts'
import { Answer } from '../shell/answer.tsx'
import { daysAgo, endOf } from './days.ts'
import { useAsked } from './use-asked.ts'
import { words } from './words.ts'

/** What did the role look like then: whole, and against today? Deleted ones too. */
export function RoleThen() {
  const [{ role = '', day = daysAgo(1) }, set] = useAsked()
  const roles = useRoles()
  const deleted = useQuery('deleted', (signal) => api.roles.deleted.query(undefined, { signal }))
  const catalogue = useQuery('catalogue', (signal) => api.roles.catalogue.query(undefined, { signal }))
  const rules = useMemo(() => catalogue.data && rulesOf(catalogue.data), [catalogue.data])
  const at = endOf(day)
  return (
    <>
      <div class="ask">
        <Select
          label={words.role}
          hideLabel
          value={role}
          options={[
            { value: '', label: words.chooseRole },
            ...(roles.data?.roles ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ...(deleted.data ?? []).map(({ id, name }) => ({ value: id, label: words.deleted(name) })),
          ]}
          onChange={(role) => set({ role })}
        />
        <Field label={words.day} hideLabel type="date" value={day} onInput={(day) => set({ day })} />
      </div>
      {role !== '' && at !== null && rules && <Then roleId={role} at={at} rules={rules} />}
    </>
  )
}

function Then({ roleId, at, rules }: { roleId: string; at: string; rules: Rules }) {
  const query = useQuery(`${roleId} ${at}`, (signal) => api.questions.roleThen.query({ roleId, at }, { signal }), {
    keep: true,
  })
  return (
    <Answer query={query}>
      {({ since, was, change, gone }) =>
        was === null ? (
          <p>
            {words.noThen} {since && words.since(date(since))}
          </p>
        ) : (
          <>
            <p class="answer">
              <strong>{was.name}</strong> · {words.version(number(was.version))} ·{' '}
              {was.by !== null && was.at !== null ? (
                <>
                  {words.by(was.by)} <When iso={was.at} />
                </>
              ) : (
                words.unchanged
              )}
            </p>
            <div class="columns">
              <section class="card">
                <h2>{words.was}</h2>
                <p>{roleWords.chats[was.chats]}</p>
                {was.grants.length === 0 ? (
                  <p>{words.nothing}</p>
                ) : (
                  <Lines lines={was.grants.map((name) => rules.labels.get(name) ?? name)} />
                )}
              </section>
              <section class="card">
                <h2>{words.today}</h2>
                {change ? <Lines lines={orSame(sayChange(change, rules))} /> : <p>{gone && words.gone}</p>}
              </section>
            </div>
          </>
        )
      }
    </Answer>
  )
}

const orSame = (lines: string[]): string[] => (lines.length > 0 ? lines : [words.same])
