/**
 * uPlot formats with `navigator.language` while it is loaded, and fails where that is no language tag: a Chromium
 * started with a POSIX locale reports `en-US@posix`. Such a value is replaced by what Intl itself settled on.
 */
export function mendLanguage(navigator: { language: string }): void {
  try {
    Intl.getCanonicalLocales(navigator.language)
  } catch {
    const { locale } = new Intl.NumberFormat().resolvedOptions()
    Object.defineProperty(navigator, 'language', { value: locale, configurable: true })
  }
}
