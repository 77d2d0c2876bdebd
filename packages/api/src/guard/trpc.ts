// Routers, for everybody. Procedures come from the guard: there is no bare one to be had.

export { mergeRouters, router } from './builder.ts'
