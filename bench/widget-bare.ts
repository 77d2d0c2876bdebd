import { h, render } from 'preact'
import { useEffect, useState } from 'preact/hooks'

// The floor: what the smallest honest chat in Preact costs. A button, a panel with header, list and composer, the
// account's settings by one request; no iframe, no key, no stream, no retry, no words, no themes.

interface Config {
  name: string
  color: string
  greeting: string
}

function Widget() {
  const [config, setConfig] = useState<Config>()
  const [open, setOpen] = useState(false)
  const [lines, setLines] = useState<string[]>([])
  const [draft, setDraft] = useState('')
  useEffect(() => {
    const load = async () => {
      setConfig(await (await fetch('/config')).json())
      setOpen(true)
    }
    void load()
  }, [])
  if (!config) return null
  const send = (event: Event) => {
    event.preventDefault()
    setLines([...lines, draft])
    setDraft('')
  }
  const panel = h('section', { class: 'panel' }, [
    h('header', { style: { background: config.color } }, config.name),
    h(
      'div',
      { class: 'log', role: 'log' },
      [config.greeting, ...lines].map((line, key) => h('p', { key }, line)),
    ),
    h('form', { onSubmit: send }, [
      h('textarea', {
        value: draft,
        onInput: (event: Event) => setDraft((event.currentTarget as HTMLTextAreaElement).value),
      }),
      h('button', {}, 'Send'),
    ]),
  ])
  return h('div', {}, [open && panel, h('button', { class: 'launcher', onClick: () => setOpen(!open) }, 'Chat')])
}

const css = `.launcher{position:fixed;right:20px;bottom:20px;width:56px;height:56px;border-radius:50%}
.panel{position:fixed;right:20px;bottom:92px;width:400px;height:600px;display:flex;flex-direction:column;background:#fff}
.log{flex:1;overflow-y:auto}`

const root = document.createElement('div')
const style = document.createElement('style')
style.textContent = css
document.body.append(style, root)
render(h(Widget, {}), root)
