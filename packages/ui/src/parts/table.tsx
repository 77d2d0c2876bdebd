import type { ComponentChildren } from 'preact'

/**
 * A table whose rows are cards where it is narrow, as on a phone: each cell then says its column. The first column names the row. With `href`
 * the whole row leads there; other links and buttons in it stay their own.
 */
export function Table<Row>({ label, columns, rows, keyOf, href, busy = false }: TableProps<Row>) {
  const [first, ...others] = columns
  if (!first) return null
  return (
    <div class="table-box">
      {/* The roles are said again: as cards the parts are blocks, and some browsers then forget that it is a table. */}
      <table class="table" role="table" aria-label={label} aria-busy={busy || undefined}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.id} scope="col" role="columnheader" class={cellClass(column)}>
                {column.hideLabel ? <span class="visually-hidden">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row" class={href ? 'is-link' : undefined}>
              <th scope="row" role="rowheader" class={cellClass(first)}>
                {href ? (
                  <a class="table-link" href={href(row)}>
                    {first.cell(row)}
                  </a>
                ) : (
                  first.cell(row)
                )}
              </th>
              {others.map((column) => (
                <td
                  key={column.id}
                  role="cell"
                  class={cellClass(column)}
                  data-label={column.hideLabel ? undefined : column.label}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const cellClass = ({ end, fit }: Pick<TableColumn<never>, 'end' | 'fit'>): string | undefined =>
  [end && 'is-end', fit && 'is-fit'].filter(Boolean).join(' ') || undefined

export interface TableColumn<Row> {
  id: string
  label: string
  cell: (row: Row) => ComponentChildren
  /** Numbers and actions stand at the end of the line. */
  end?: boolean
  /** No wider than what it holds. */
  fit?: boolean
  /** Read out only, such as that of a column of menus. */
  hideLabel?: boolean
}

export interface TableProps<Row> {
  label: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  href?: (row: Row) => string
  /** Older rows are shown while newer ones are asked for. */
  busy?: boolean
}
