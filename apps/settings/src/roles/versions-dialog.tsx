import type { RoleDetail, RoleVersion } from '@rolecall/protocol'
import {
  api,
  Badge,
  Button,
  Dialog,
  ErrorState,
  failureOf,
  number,
  type Query,
  Skeleton,
  toast,
  useQuery,
  When,
} from '@rolecall/ui'
import { useRef, useState } from 'preact/hooks'
import { dialogWords } from './dialog-words.ts'
import { Lines } from './review-dialog.tsx'
import type { Rules } from './rules.ts'
import { sayChange } from './say.ts'
import { useBlast } from './use-blast.ts'
import { words } from './words.ts'

const page = 20

/** How a role came to be what it is, newest first, with the way back to each. */
export function VersionsDialog({ role, query, rules, onClose }: Props) {
  const [limit, setLimit] = useState(page)
  const versions = useQuery(
    `${role.id} ${role.version} ${limit}`,
    (signal) => api.roles.versions.query({ roleId: role.id, limit }, { signal }),
    { keep: true },
  )
  const { data, failure } = versions
  return (
    <Dialog
      open
      size="l"
      title={dialogWords.versions.title(role.name)}
      closeLabel={words.close}
      onClose={onClose}
      footer={<Button onClick={onClose}>{words.close}</Button>}
    >
      {!data && !failure && <Skeleton label={words.loading} avatar={false} rows={3} />}
      {failure && (
        <ErrorState title={words.failure.title} action={<Button onClick={versions.reload}>{words.retry}</Button>}>
          {failure.text}
        </ErrorState>
      )}
      {data?.length === 0 && <p>{dialogWords.versions.empty}</p>}
      <ol class="role-versions">
        {data?.map((one) => (
          <Version key={one.version} version={one} role={role} rules={rules} onBack={query.reload} />
        ))}
      </ol>
      {data && data.length === limit && limit < 100 && (
        <Button kind="ghost" busy={versions.busy} onClick={() => setLimit(Math.min(100, limit + page))}>
          {dialogWords.versions.older}
        </Button>
      )}
    </Dialog>
  )
}

function Version({ version: one, role, rules, onBack }: VersionProps) {
  const [sure, setSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const blast = useBlast(role.id, role.version, sure ? one.draft : null)
  const opener = useRef<HTMLButtonElement>(null)
  const now = one.version === role.version
  const nr = number(one.version)

  // What had the focus goes away: back to where one came from.
  const shut = () => {
    setSure(false)
    opener.current?.focus()
  }
  const rollBack = async () => {
    setBusy(true)
    try {
      await api.roles.rollBack.mutate({ roleId: role.id, version: role.version, to: one.version })
      toast(dialogWords.versions.done(nr), { tone: 'good' })
      shut()
    } catch (error) {
      toast(failureOf(error).text, { tone: 'bad' })
    }
    setBusy(false)
    onBack()
  }

  const lines = one.change ? sayChange(one.change, rules) : [words.say.first]
  return (
    <li>
      <div class="role-version-head">
        <strong>{dialogWords.versions.version(nr)}</strong>
        {now && <Badge tone="accent">{dialogWords.versions.now}</Badge>}
        <span>
          {dialogWords.versions.by(one.by)} · <When iso={one.at} />
        </span>
        {!now && role.edit.may && (
          <Button size="s" call="roles.rollBack" expanded={sure} buttonRef={opener} onClick={() => setSure(!sure)}>
            {dialogWords.versions.rollBack}
          </Button>
        )}
      </div>
      <Lines lines={lines.length > 0 ? lines : [words.say.nothing]} />
      {sure && (
        <div class="role-version-sure" role="status">
          <strong>{dialogWords.versions.means(nr)}</strong>
          {blast.failure && <p>{blast.failure.text}</p>}
          {blast.current && blast.data ? (
            <Lines lines={blast.data.lines.length > 0 ? blast.data.lines : [dialogWords.versions.nothing]} />
          ) : (
            !blast.failure && <p>{dialogWords.review.asking}</p>
          )}
          <div class="role-version-actions">
            <Button size="s" onClick={shut}>
              {words.cancel}
            </Button>
            <Button size="s" kind="primary" call="roles.rollBack" busy={busy} onClick={rollBack}>
              {dialogWords.versions.sure}
            </Button>
          </div>
        </div>
      )}
    </li>
  )
}

interface Props {
  role: RoleDetail
  query: Query<RoleDetail>
  rules: Rules
  onClose: () => void
}

interface VersionProps {
  version: RoleVersion
  role: RoleDetail
  rules: Rules
  onBack: () => void
}
