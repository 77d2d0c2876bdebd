import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { rowWindow } from './row-window.ts'

/**
 * A list of rows of one height that draws only what is in view, however many there are. `total` may be more than
 * `items` holds; `onEnd` is called while the reader is near the last row that is there.
 */
export function VirtualList<Item>({ label, items, total, rowHeight, row, keyOf, onEnd, foot }: VirtualListProps<Item>) {
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 800 })
  const look = () => {
    const node = box.current
    if (node) setView({ top: node.scrollTop, height: node.clientHeight })
  }
  useLayoutEffect(() => {
    look()
    const watch = new ResizeObserver(look)
    if (box.current) watch.observe(box.current)
    return () => watch.disconnect()
  }, [])
  const { from, to } = rowWindow(view.top, view.height, rowHeight, items.length)
  // At every draw: the list may have been busy when the end came near, and be ready now.
  useLayoutEffect(() => {
    if (to >= items.length - 10) onEnd?.()
  })
  return (
    <div class="virtual" ref={box} onScroll={look}>
      <ul class="virtual-rows" aria-label={label} style={{ height: `${items.length * rowHeight}px` }}>
        {items.slice(from, to).map((item, i) => (
          <li
            key={keyOf(item)}
            class="virtual-row"
            style={{ height: `${rowHeight}px`, transform: `translateY(${(from + i) * rowHeight}px)` }}
            aria-posinset={from + i + 1}
            aria-setsize={total}
          >
            {row(item)}
          </li>
        ))}
      </ul>
      {foot}
    </div>
  )
}

export interface VirtualListProps<Item> {
  label: string
  items: readonly Item[]
  /** How many there are in all; -1 when unknown. */
  total: number
  /** Pixels; every row has this height. */
  rowHeight: number
  row: (item: Item) => ComponentChildren
  keyOf: (item: Item) => string
  onEnd?: () => void
  foot?: ComponentChildren
}
