import '@rolecall/ui/style.css'
import './css/settings.css'
import { start } from '@rolecall/ui'
import { App } from './app.tsx'
import { base } from './paths.ts'
import { load } from './shell/routes.tsx'

start({ base, load, App })
