// For the vite.config.ts of an app: how every browser app of ours is built.

export { appConfig } from './app.ts'
export { callsOf } from './pages.ts'
