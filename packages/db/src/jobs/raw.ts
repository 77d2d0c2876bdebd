/**
 * SQL of a library that brings its own, on our connections: one statement with values, or several without. With several,
 * the rows of them all, so that those of a RETURNING within BEGIN … COMMIT are not lost.
 */
export type Raw = (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>
