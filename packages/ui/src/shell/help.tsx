import { shortcuts } from '../data/keys.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Kbd } from '../parts/kbd.tsx'
import { words } from '../words.ts'
import { helpOpen } from './open.ts'

/** Every shortcut in force on this page, grouped; opened by `?`. */
export function Help() {
  return (
    <Dialog
      open
      title={words.keys.title}
      closeLabel={words.close}
      onClose={() => {
        helpOpen.value = false
      }}
    >
      <div class="help">
        {shortcuts.value.map(({ group, list }) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {list.map((one) => (
                <div key={one.keys}>
                  <dt>{one.label}</dt>
                  <dd>
                    <Kbd keys={one.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
