import '@rolecall/ui/style.css'
import './css/console.css'
import { enter, installTips } from '@rolecall/ui'
import { render } from 'preact'
import { App } from './app.tsx'
import { loadLanding } from './shell/routes.tsx'

installTips()
void enter()
loadLanding(location.pathname)
render(<App />, document.getElementById('app') as HTMLElement)
