// oxlint-disable unicorn/prefer-add-event-listener -- one listener each, and a dozen bytes less of three thousand
/** On a phone the panel fills what the on-screen keyboard leaves; only the page's own window knows how much that is. */
export function followViewport({ style }: HTMLElement): void {
  const view = window.visualViewport as VisualViewport
  view.onresize = view.onscroll = () => {
    // A page that is zoomed in has a small viewport too, and no keyboard.
    style.cssText = view.scale > 1.05 ? '' : `--top:${view.offsetTop}px;--height:${view.height}px`
  }
}
