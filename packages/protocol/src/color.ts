const fallback = '#2f5bea'

/** The account's colour, or ours where the server's is not `#rrggbb`. */
export const safeColor = (color: string): string => (/^#[\da-f]{6}$/i.test(color) ? color : fallback)

/**
 * Black or white, whichever reads better on `color` (`#rrggbb`). The better of the two is never under 4.5:1, so plain text
 * always passes WCAG 2.2 AA; a paler tint of it might not, which is why nothing on the account's colour is drawn paler.
 */
export function textOn(color: string): '#000' | '#fff' {
  // Relative luminance as WCAG 2.2 defines it, but for its straight piece near black, which is far from the middle.
  const part = (from: number) => ((Number.parseInt(color.slice(from, from + 2), 16) / 255 + 0.055) / 1.055) ** 2.4
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5) > 0.18 ? '#000' : '#fff'
}
