import type { RoleVersion } from '@rolecall/protocol'
import { api, Button, number, plural, useQuery, When } from '@rolecall/ui'
import type { ComponentChildren } from 'preact'
import { attempt } from '../data/attempt.ts'
import { paths } from '../paths.ts'
import { Answer } from '../shell/answer.tsx'
import { Page } from '../shell/page.tsx'
import { dialogWords } from './dialog-words.ts'
import { Lines } from './review-dialog.tsx'
import { held, type Rules } from './rules.ts'
import { sayChange } from './say.ts'
import { words } from './words.ts'

/** A role that is no more: what it was, version by version, and the way back. `otherwise`: of one that never was. */
export function DeletedRole({ otherwise, ...props }: Props & { otherwise: ComponentChildren }) {
  const { roleId } = props
  const versions = useQuery(roleId, (signal) => api.roles.versions.query({ roleId, limit: 100 }, { signal }))
  if (versions.failure?.refusal?.code === 'NOT_FOUND') return <>{otherwise}</>
  return (
    <Page
      title={versions.data?.[0]?.draft.name ?? words.gone}
      lead={dialogWords.deleted.lead}
      back={{ path: paths.roles, label: words.title }}
    >
      <Answer query={versions}>
        {(all) => (
          <ol class="role-versions">
            {all.map((one) => (
              <Version key={one.version} version={one} {...props} />
            ))}
          </ol>
        )}
      </Answer>
    </Page>
  )
}

function Version({ roleId, version: one, rules, onRestored }: Props & { version: RoleVersion }) {
  const granted = rules.names.filter((name) => held(one.draft, rules).has(name))
  const restore = async () => {
    const done = await attempt(() => api.roles.restore.mutate({ roleId, to: one.version }), {
      text: dialogWords.deleted.done(one.draft.name),
    })
    if (done) onRestored()
  }
  return (
    <li>
      <div class="role-version-head">
        <strong>{dialogWords.versions.version(number(one.version))}</strong>
        <span>
          {one.draft.name} · {dialogWords.versions.by(one.by)} · <When iso={one.at} />
        </span>
        <Button size="s" call="roles.restore" onClick={restore}>
          {dialogWords.deleted.restore}
        </Button>
      </div>
      <Lines lines={one.change ? sayChange(one.change, rules) : [words.say.first]} />
      <details>
        <summary>{plural(granted.length, dialogWords.deleted.whole)}</summary>
        <Lines lines={granted.map((name) => rules.labels.get(name) ?? name)} />
      </details>
    </li>
  )
}

interface Props {
  roleId: string
  rules: Rules
  onRestored: () => void
}
