import type { ApiToken } from '@rolecall/protocol'
import { api, Button, Confirm, EmptyState, Table, type TableColumn, useQuery, When } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { Answer } from '../shell/answer.tsx'
import { Page } from '../shell/page.tsx'
import { Visitors } from './visitors.tsx'
import { words } from './words.ts'

/** What is one's own: whether visitors are told one's name, and what acts for oneself, with the way to end it. */
export function Tokens() {
  const query = useQuery('tokens', (signal) => api.apiTokens.mine.query(undefined, { signal }))
  const [asking, setAsking] = useState<ApiToken | null>(null)
  const revoke = async ({ id, name }: ApiToken) => {
    setAsking(null)
    const done = await attempt(() => api.apiTokens.revoke.mutate({ tokenId: id }), { text: words.revoked(name) })
    if (done) query.reload()
  }
  const columns: TableColumn<ApiToken>[] = [
    { id: 'name', label: words.name, cell: ({ name }) => <strong class="breaks">{name}</strong> },
    { id: 'hint', label: words.hint, fit: true, cell: ({ hint }) => <code>{hint}</code> },
    {
      id: 'permissions',
      label: words.permissions,
      cell: ({ permissions }) => <span class="breaks">{permissions.join(', ')}</span>,
    },
    { id: 'made', label: words.made, fit: true, cell: ({ at }) => <When iso={at} /> },
    {
      id: 'until',
      label: words.until,
      fit: true,
      cell: ({ until }) => (until ? <When iso={until} /> : words.forGood),
    },
    {
      id: 'actions',
      label: words.actions,
      hideLabel: true,
      fit: true,
      end: true,
      cell: (token) => (
        <Button size="s" call="apiTokens.revoke" hasPopup="dialog" onClick={() => setAsking(token)}>
          {words.revoke} <span class="visually-hidden">{token.name}</span>
        </Button>
      ),
    },
  ]
  return (
    <Page title={words.title} lead={words.lead}>
      <Visitors />
      <div>
        <h2>{words.tokens}</h2>
        <p class="quiet">{words.tokensLead}</p>
      </div>
      <Answer query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon="code" title={words.none}>
              {words.noneBody}
            </EmptyState>
          ) : (
            <Table label={words.tokens} columns={columns} rows={rows} keyOf={({ id }) => id} busy={query.busy} />
          )
        }
      </Answer>
      {asking && (
        <Confirm
          open
          title={words.revokeTitle(asking.name)}
          body={words.revokeBody}
          yes={words.revokeYes}
          no={words.cancel}
          call="apiTokens.revoke"
          onYes={() => void revoke(asking)}
          onNo={() => setAsking(null)}
        />
      )}
    </Page>
  )
}
