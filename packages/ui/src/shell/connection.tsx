import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { connection, reconnect } from '../data/live.ts'
import { Banner } from '../states/banner.tsx'
import { words } from '../words.ts'

/** A line under the top bar while events do not arrive. A hiccup shorter than a second is not worth a word. */
export function Connection() {
  const shown = useSignal(false)
  const state = connection.value
  useEffect(() => {
    if (state === 'offline') shown.value = true
    if (state === 'live' || state === 'connecting') shown.value = false
    if (state !== 'reconnecting') return
    const timer = setTimeout(() => {
      shown.value = true
    }, 1000)
    return () => clearTimeout(timer)
  }, [state])
  if (!shown.value) return null
  return state === 'offline' ? (
    <Banner tone="bad" icon="offline">
      {words.connection.offline}
    </Banner>
  ) : (
    <Banner
      tone="warn"
      icon="offline"
      action={
        <button type="button" class="banner-action" onClick={reconnect}>
          {words.connection.now}
        </button>
      }
    >
      {words.connection.reconnecting}
    </Banner>
  )
}
