import type { Shown } from '../bridge.ts'
import { direction } from '../words/launcher.ts'
import css from './launcher.css?inline'

/** A list, since names of properties are not shortened. */
export type Launcher = [
  host: HTMLElement,
  /** Carries the state as classes, the colours and the height of what is visible as properties. */
  wrap: HTMLElement,
  /** The panel's frame goes in here. */
  box: HTMLElement,
  /** Says that the panel did not come. */
  retry: HTMLButtonElement,
  button: HTMLButtonElement,
  icon: Element,
  badge: HTMLElement,
]

export const bubble = 'M21 11a9 8 0 0 1-13 7l-5 2 1.5-4.5A9 8 0 1 1 21 11Z'
export const chevron = 'm6 9.5 6 6 6-6'

/** Builds the button and the box out of reach of the page: closed shadow root, own style sheet, no markup parsed. */
export function createLauncher({ color, on }: Shown, language: string): Launcher {
  const host = document.createElement('rolecall-widget')
  const root = host.attachShadow({ mode: 'closed' })
  // Allowed where the page's content security policy forbids style elements.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
  const add = <Tag extends 'div' | 'button' | 'span'>(parent: ParentNode, tag: Tag, className: string) => {
    const element = Object.assign(document.createElement(tag), { className })
    parent.append(element)
    return element
  }
  const wrap = add(root, 'div', '')
  const box = add(wrap, 'div', 'box')
  const retry = add(box, 'button', '')
  const button = add(wrap, 'button', 'launcher')
  wrap.dir = direction(language)
  wrap.style.setProperty('--color', color)
  wrap.style.setProperty('--on', on)
  const svg = draw('svg', 'viewBox', '0 0 24 24')
  const icon = draw('path', 'd', bubble)
  svg.append(icon)
  button.append(svg)
  // Not in the body: frameworks replace it, and a transform on it would move what is fixed.
  document.documentElement.append(host)
  return [host, wrap, box, retry, button, icon, add(button, 'span', 'badge')]
}

function draw(tag: string, name: string, value: string): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  element.setAttribute(name, value)
  return element
}
