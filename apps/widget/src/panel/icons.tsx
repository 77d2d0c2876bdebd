const icon = (d: string) => () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d={d} />
  </svg>
)

export const Close = icon('m6 9.5 6 6 6-6')
export const Send = icon('M12 19V5.5m-6 6 6-6 6 6')
export const Down = icon('M12 5v13m-5.5-5.5 5.5 5.5 5.5-5.5')
export const Check = icon('m5 12.5 4.5 4.5L19 7.5')
export const Checks = icon('m1.5 13 4.5 4.5L15.5 8M11 16.5l1 1L21.5 8')
export const Clock = icon('M12 7v5.3l3.3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z')
export const Alert = icon('M12 8v5m0 3.5v.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z')
