// For tests, here and in other packages: a listening server with an account and people in it.

export { type Answer, type Calls, callOf } from './calls.ts'
export { type Lines, recorder } from './lines.ts'
export { type Listening, listen } from './listen.ts'
export { type StartedApi, type StartOptions, startApi } from './start.ts'
