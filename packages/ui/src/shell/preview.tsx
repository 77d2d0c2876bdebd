import { dropPreview } from '../session/preview.ts'
import { session } from '../session/session.ts'
import { Banner } from '../states/banner.tsx'
import { words } from '../words.ts'

/** Across the top while this tab looks through a role, so that nobody takes it for their own console. */
export function Preview() {
  const role = session.value?.preview
  if (!role) return null
  return (
    <Banner
      tone="warn"
      icon="lock"
      action={
        <button type="button" class="banner-action" onClick={leavePreview}>
          {words.preview.leave}
        </button>
      }
    >
      {words.preview.banner(role)}
    </Banner>
  )
}

/** Back to where the role is edited: the tab that the editor opened closes, any other one goes there. */
export function leavePreview(): void {
  const back = dropPreview()
  close()
  location.assign(back)
}
