// A browser in words for people, "Chrome on Windows". Nothing is decided by it, so a short table does: the libraries
// for this are 20 to 60 kB of device models (and one is AGPL) where an agent wants to know "phone or desktop".

const browsers: [RegExp, string][] = [
  [/\bEdg(A|iOS)?\//, 'Edge'],
  [/\b(OPR|OPiOS|OPT)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

const first = (table: [RegExp, string][], text: string) => table.find(([mark]) => mark.test(text))?.[1]

/** The browser and system that a User-Agent header names; null when it names neither that we know. */
export function device(userAgent: string | undefined): string | null {
  const text = (userAgent ?? '').slice(0, 500)
  const browser = first(browsers, text)
  const system = first(systems, text)
  if (browser && system) return `${browser} on ${system}`
  return browser ?? system ?? null
}
