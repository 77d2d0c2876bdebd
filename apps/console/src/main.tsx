import '@rolecall/ui/style.css'
import './css/console.css'
import { start } from '@rolecall/ui'
import { App } from './app.tsx'
import { base } from './paths.ts'
import { loadLanding } from './shell/routes.tsx'

start({ base, load: loadLanding, App })
