import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** A chat on a page: what is served for it, the page, and how to tell that a visitor could write now. */
export interface Rival {
  name: string
  /** What it shows without a server of its own kind; printed beside its figures. */
  state: string
  head: string
  files: Record<string, string | Buffer>
  /** Runs in the page; true when it stands. */
  stands: () => boolean
}

const require = createRequire(import.meta.url)
const here = dirname(fileURLToPath(import.meta.url))
const of = (name: string, file: string) => readFile(join(dirname(require.resolve(`${name}/package.json`)), file))

export async function rivals(): Promise<Rival[]> {
  return [
    {
      name: 'bare Preact panel',
      state: 'panel open',
      head: '<script type="module" src="/bare.js"></script>',
      files: { '/bare.js': await bare(), '/config': '{"name":"Northwind","color":"#2f5bea","greeting":"Hello!"}' },
      stands: () => document.querySelector('.panel textarea') !== null,
    },
    {
      name: 'deep-chat',
      state: 'panel open, its demo mode (its web font left out)',
      head: '<script type="module" src="/deep.js"></script><deep-chat demo="true"></deep-chat>',
      files: { '/deep.js': await of('deep-chat', 'dist/deepChat.bundle.js') },
      stands: () => Boolean(document.querySelector('deep-chat')?.shadowRoot?.querySelector('#text-input')),
    },
    {
      name: '@n8n/chat',
      state: 'panel open',
      head: `<link rel="stylesheet" href="/style.css"><script type="module">import { createChat } from '/chat.bundle.es.js'
        createChat({ webhookUrl: location.origin + '/none', mode: 'fullscreen', loadPreviousSession: false })</script><div id="n8n-chat"></div>`,
      files: await folder('@n8n/chat', 'dist', '/'),
      stands: () => document.querySelector('#n8n-chat textarea') !== null,
    },
    {
      name: '@typebot.io/js',
      state: 'bubble only: its panel comes from its server',
      head: `<script type="module">import Typebot from '/typebot.js'
        Typebot.initBubble({ typebot: 'none', apiHost: location.origin })</script>`,
      files: { '/typebot.js': await of('@typebot.io/js', 'dist/web.js') },
      stands: () => Boolean(document.querySelector('typebot-bubble')?.shadowRoot?.querySelector('button')),
    },
    {
      name: '@rocket.chat/livechat',
      state: 'its frame drawn; its settings would come from its server',
      head: `<script>(function(w,d,s,u){w.RocketChat=function(c){w.RocketChat._.push(c)};w.RocketChat._=[];w.RocketChat.url=u
        var h=d.getElementsByTagName(s)[0],j=d.createElement(s);j.async=true;j.src='/livechat/rocketchat-livechat.min.js?_=1'
        h.parentNode.insertBefore(j,h)})(window,document,'script',location.origin+'/livechat')</script>`,
      files: {
        ...(await folder('@rocket.chat/livechat', 'build', '/livechat/')),
        '/livechat': await of('@rocket.chat/livechat', 'build/index.html'),
      },
      stands: () => {
        const frame = document.querySelector<HTMLIFrameElement>('.rocketchat-widget iframe')
        return Boolean(frame?.contentDocument?.querySelector('#app, [class*="screen"], [class*="button"]'))
      },
    },
  ]
}

/** Every script and style of a published folder. */
async function folder(name: string, path: string, at: string): Promise<Record<string, Buffer>> {
  const root = join(dirname(require.resolve(`${name}/package.json`)), path)
  const names = (await readdir(root)).filter((file) => /\.(m?js|css)$/.test(file))
  return Object.fromEntries(await Promise.all(names.map(async (file) => [at + file, await readFile(join(root, file))])))
}

async function bare(): Promise<Buffer> {
  const outDir = await mkdtemp(join(tmpdir(), 'rolecall-bare-'))
  try {
    await build({
      root: here,
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      build: {
        outDir,
        emptyOutDir: true,
        target: 'es2022',
        lib: { entry: 'widget-bare.ts', formats: ['es'], fileName: () => 'bare.js' },
        rolldownOptions: { output: { minify: true } },
      },
    })
    return await readFile(join(outDir, 'bare.js'))
  } finally {
    await rm(outDir, { recursive: true })
  }
}
