import '@rolecall/ui/style.css'
import './css/settings.css'
import { enter, installTips } from '@rolecall/ui'
import { render } from 'preact'
import { App } from './app.tsx'
import { loadLanding } from './shell/pages.tsx'

installTips()
void enter()
loadLanding(location.pathname)
render(<App />, document.getElementById('app') as HTMLElement)
