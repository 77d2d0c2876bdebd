import { budget } from './budget.ts'
import { chunks } from './chunks.ts'
import { compress } from './compress.ts'
import { html } from './html.ts'
import { publicDir } from './public-dir.ts'
import { uiTokens } from './tokens.ts'

/** What an app says of itself in its vite.config.ts; everything else is the same for all of them. */
interface App<Jsx> {
  /** Its folder, and where it is served. */
  name: string
  /** The plugin that compiles its JSX. */
  jsx: Jsx
  /** kB of JavaScript, gzip, until its first page stands; `landing` is that page's file. */
  firstLoad: number
  landing: string
  /** That only one of its pages needs. */
  libraries?: string[]
  /** What the server answers while one develops. */
  proxy: string[]
  define?: Record<string, string>
}

export function appConfig<Jsx>({ name, jsx, firstLoad, landing, libraries = [], proxy, define = {} }: App<Jsx>) {
  const server = process.env['ROLECALL_SERVER'] ?? 'http://127.0.0.1:4000'
  return {
    base: `/${name}/`,
    // Files find each other from where they are: the address before /console/ is known only when they are served.
    experimental: {
      renderBuiltUrl: (_: string, { hostType }: { hostType: string }) => ({ relative: hostType !== 'html' }),
    },
    publicDir,
    define,
    plugins: [
      uiTokens(),
      html(),
      jsx,
      budget({ app: name, firstLoad: firstLoad * 1024, landing, page: 12 * 1024 }),
      compress(),
    ],
    server: { proxy: Object.fromEntries(['/trpc', '/auth', '/live', '/demo', ...proxy].map((path) => [path, server])) },
    build: {
      target: 'es2023',
      // The CSP allows no data: documents and no inline scripts; every asset is a file.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { output: { codeSplitting: chunks(...libraries) } },
    },
  }
}
