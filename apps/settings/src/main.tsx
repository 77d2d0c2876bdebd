import '@rolecall/ui/style.css'
import './css/settings.css'
import { enter, installTips } from '@rolecall/ui'
import { render } from 'preact'
import { App } from './app.tsx'
import { load } from './shell/routes.tsx'

installTips()
void enter()
load(location.pathname)
render(<App />, document.getElementById('app') as HTMLElement)
