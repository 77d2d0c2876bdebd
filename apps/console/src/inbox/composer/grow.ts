const byItself = CSS.supports('field-sizing', 'content')

/** Makes a field as high as its text, where the browser does not do it by itself (CSS field-sizing). */
export function grow(field: HTMLTextAreaElement | null): void {
  if (!field || byItself) return
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight}px`
}
