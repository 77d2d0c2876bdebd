import './matrix.css'
import type { RoleSummary } from '@rolecall/protocol'
import { api, Badge, Button, NoResults, SearchField, Select, Tick, useQuery } from '@rolecall/ui'
import { download } from '@rolecall/ui/download'
import { useLocation } from 'preact-iso'
import { filtersOf } from '../../data/filters.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../shell/answer.tsx'
import { Page } from '../../shell/page.tsx'
import { useRoles } from '../use-roles.ts'
import { Grid } from './grid.tsx'
import { type Asked, shownOf } from './shown.ts'
import { words } from './words.ts'

const filters = filtersOf('search', 'left', 'right', 'different')

/** The matrix of all roles and permissions. What is asked for stands in the address. */
export function Matrix() {
  const { query, route } = useLocation()
  const roles = useRoles()
  const catalogue = useQuery('catalogue', (signal) => api.roles.catalogue.query(undefined, { signal }))
  const { different, ...rest } = filters.read(query)
  const asked: Asked = { ...rest, onlyDifferent: different === '1' }
  const set = ({ onlyDifferent, ...change }: Partial<Asked>) =>
    route(
      filters.address(paths.matrix, {
        ...rest,
        ...change,
        different: (onlyDifferent ?? asked.onlyDifferent) ? '1' : '',
      }),
      true,
    )
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <Button onClick={() => print()}>{words.print}</Button>
          <Button icon="download" call="roles.matrixCsv" onClick={() => void download('/roles.csv')}>
            {words.csv}
          </Button>
        </>
      }
    >
      <Answer query={catalogue}>
        {(sections) => (
          <Answer query={roles}>
            {({ roles: all }) => {
              const shown = shownOf(sections, all, asked)
              return (
                <>
                  <Bar asked={asked} all={all} different={shown.different} set={set} />
                  {shown.sections.length === 0 ? (
                    <NoResults
                      title={words.none}
                      action={<Button onClick={() => route(paths.matrix, true)}>{words.clearFilters}</Button>}
                    >
                      {words.noneBody}
                    </NoResults>
                  ) : (
                    <>
                      {shown.sections.some(({ permissions }) => permissions.some(({ idle }) => idle)) && (
                        <p class="quiet">
                          <Badge>{words.idle.badge}</Badge> {words.idle.why}
                        </p>
                      )}
                      <Grid {...shown} />
                    </>
                  )}
                </>
              )
            }}
          </Answer>
        )}
      </Answer>
    </Page>
  )
}

function Bar({ asked, all, different, set }: BarProps) {
  const options = [{ value: '', label: words.all }, ...all.map(({ id, name }) => ({ value: id, label: name }))]
  return (
    <div class="matrix-bar" role="group" aria-label={words.filters}>
      <SearchField
        label={words.search}
        value={asked.search}
        clearLabel={words.clear}
        onInput={(search) => set({ search })}
      />
      <Select label={words.left} value={asked.left} options={options} onChange={(left) => set({ left })} />
      <Select label={words.right} value={asked.right} options={options} onChange={(right) => set({ right })} />
      {different !== null && (
        <>
          <p role="status">{words.differs(different)}</p>
          <Tick
            label={words.onlyDifferent}
            checked={asked.onlyDifferent}
            onChange={(onlyDifferent) => set({ onlyDifferent })}
          />
        </>
      )}
    </div>
  )
}

interface BarProps {
  asked: Asked
  all: readonly RoleSummary[]
  different: number | null
  set: (change: Partial<Asked>) => void
}
