// For the vite.config.ts of an app: how every browser app of ours is built.

export { budget } from './budget.ts'
export { chunks } from './chunks.ts'
export { compress } from './compress.ts'
export { callsOf } from './pages.ts'
export { publicDir } from './public-dir.ts'
export { uiTokens } from './tokens.ts'
