import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Nearer than this to the end (px) counts as being there. */
const near = 60

/**
 * Keeps a log where its reader is: at the end while they are at the end, and on the same line while older ones are put
 * in above or new ones below. `first` and `last` name the outermost messages; `mine` says that the last one is ours.
 */
export function useScroll(first: string, last: string, count: number, mine: boolean) {
  const log = useRef<HTMLDivElement>(null)
  const was = useRef({ first: '', last: '', count: 0, height: 0, atEnd: true })
  const [below, setBelow] = useState(0)
  const [atEnd, setAtEnd] = useState(true)

  const toEnd = () => {
    const node = log.current
    if (node) node.scrollTop = node.scrollHeight
  }
  const onScroll = () => {
    const node = log.current
    if (!node) return
    const end = node.scrollHeight - node.scrollTop - node.clientHeight < near
    was.current.atEnd = end
    setAtEnd(end)
    if (end) setBelow(0)
  }
  useLayoutEffect(() => {
    const node = log.current
    if (!node) return
    const before = was.current
    const opened = before.count === 0
    if (opened) showNew(node)
    else if (first !== before.first) node.scrollTop += node.scrollHeight - before.height
    else if (last !== before.last && (before.atEnd || mine)) toEnd()
    else if (last !== before.last) setBelow((n) => n + Math.max(1, count - before.count))
    was.current = { ...before, first, last, count, height: node.scrollHeight }
  }, [first, last, count])

  // The composer grows, the keyboard of a phone opens, the window turns.
  useLayoutEffect(() => {
    const node = log.current
    if (!node) return
    const watch = new ResizeObserver(() => {
      if (was.current.atEnd) toEnd()
      was.current.height = node.scrollHeight
    })
    watch.observe(node)
    if (node.firstElementChild) watch.observe(node.firstElementChild)
    return () => watch.disconnect()
  }, [])
  return { log, below, atEnd, onScroll, toEnd }
}

/** An opened chat shows its end, or the first unread message where that lies above. */
function showNew(node: HTMLElement): void {
  node.scrollTop = node.scrollHeight
  const mark = node.querySelector<HTMLElement>('.log-unread')
  if (mark && mark.offsetTop < node.scrollTop) node.scrollTop = mark.offsetTop - 24
}
