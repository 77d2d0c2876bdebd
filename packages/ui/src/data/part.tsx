import { signal } from '@preact/signals'
import type { ComponentChildren, ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { Button } from '../parts/button.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { ErrorState } from '../states/states.tsx'
import { words } from '../words.ts'

/** A part whose code is a file of its own, loaded when it is first shown, or before with `load`. */
export type Part<Props> = ComponentType<Props> & { load: () => Promise<void> }

/**
 * Makes a part from its import. Until it is there a skeleton stands in, or `waiting`: nothing, for a dialog. Where it cannot be loaded (no network, or a new
 * version has replaced the file) it says so and tries again, the second time by loading the whole page.
 */
export function part<Props extends object>(
  get: () => Promise<ComponentType<Props>>,
  waiting: ComponentChildren = <Skeleton label={words.loading} />,
): Part<Props> {
  const Loaded = signal<ComponentType<Props> | null>(null)
  const failed = signal(false)
  let asked: Promise<void> | null = null
  let failures = 0

  const ask = async () => {
    failed.value = false
    try {
      Loaded.value = await get()
    } catch {
      asked = null
      failures += 1
      failed.value = true
    }
  }
  const load = (): Promise<void> => {
    asked ??= ask()
    return asked
  }
  const again = () => (failures > 1 ? location.reload() : void load())

  function LoadedPart(props: Props) {
    useEffect(() => void load(), [])
    if (Loaded.value) return <Loaded.value {...props} />
    if (!failed.value) return <>{waiting}</>
    return (
      <ErrorState title={words.failure.page} action={<Button onClick={again}>{words.failure.reload}</Button>}>
        {words.failure.pageBody}
      </ErrorState>
    )
  }
  return Object.assign(LoadedPart, { load })
}
