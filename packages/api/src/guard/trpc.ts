// Routers, for everybody. Procedures come from the guard: there is no bare one to be had.

export { router } from './builder.ts'
