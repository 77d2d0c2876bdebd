import { Refused } from '@rolecall/api'
import { CannotServe, FolderInUse, NewerSchema, NoWall } from '@rolecall/db'
import { Sentence } from './sentence.ts'

/** Why it did not start, in a sentence for the operator that says what to do; a stack only where it is a riddle. */
export function explain(error: unknown): string {
  if (
    error instanceof Sentence ||
    error instanceof FolderInUse ||
    error instanceof NewerSchema ||
    error instanceof NoWall ||
    error instanceof CannotServe ||
    error instanceof Refused
  ) {
    return error.message
  }
  const { code, syscall, port, address, message, stack } = error as NodeJS.ErrnoException & {
    port?: number
    address?: string
  }
  if (syscall === 'listen' && code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${(port ?? 4000) + 1} npm start`
  }
  if (syscall === 'listen' && code === 'EACCES')
    return `Port ${port} needs more rights than this user has. Choose one above 1023 with PORT.`
  if (syscall === 'listen')
    return `${address} is no address of this machine (${code}). Set HOST to one of its own, or leave it out.`
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT') {
    return `The database cannot be reached (${code}). Start it, or correct DATABASE_URL; without one the embedded database is used.`
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC') return `The data folder cannot be written: ${message}`
  return stack ?? String(error)
}
