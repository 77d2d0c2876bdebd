import { tellError } from '@rolecall/api'
import { type DestinationStream, type Logger, pino } from 'pino'

const serializers = { err: (error: unknown) => (error instanceof Error ? tellError(error) : error) }

/** The server's log. Of an error it tells what is known to hold no secret and nobody's words. */
export const logTo = (level: string, out: DestinationStream): Logger => pino({ level, serializers }, out)
