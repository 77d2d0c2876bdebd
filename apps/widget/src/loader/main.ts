import { createApi } from './api.ts'
import { readConfig } from './config.ts'
import { createWidget, serveHidden } from './widget.ts'

// widget.js: all that a page loads before anyone opens the chat. Contents:
//   api       window.Rolecall, its queue and its events
//   config    is the widget shown, in which colour
//   launcher  the button and the panel's box in a closed shadow root
//   frame     the panel's iframe and the port to it
//   widget    opens and closes

// Null in a module, which is not told which script it is.
const script = document.currentScript as HTMLScriptElement
const account = script?.dataset['account']?.trim()

// A second copy of the snippet, or a page that runs its scripts again, changes nothing.
if (!account) console.warn('Rolecall: unknown account')
else if (!window.Rolecall?.loaded) {
  const { href } = new URL('.', script.src)
  const [emit, serve] = createApi()
  void readConfig(href, account, (config) =>
    serve(config.shown ? createWidget(href, account, config, script.dataset, emit) : serveHidden(emit)),
  )
}
