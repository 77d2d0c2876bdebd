import type { ColumnType } from 'kysely'

/** timestamptz(3): a Date when read. */
export type Instant = ColumnType<Date, Date | string, Date | string>
/** Set by the database, and not changed afterwards. */
export type CreatedAt = ColumnType<Date, Date | string | undefined, never>
/** jsonb: parsed when read, JSON.stringify'd when written. */
export type Json<T> = ColumnType<T, string, string>
