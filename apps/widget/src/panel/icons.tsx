const icon = (d: string) => () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d={d} />
  </svg>
)

export const Close = icon('m6 9.5 6 6 6-6')
export const Send = icon('M12 19V5.5m-6 6 6-6 6 6')
export const Down = icon('M12 5v13m-5.500-5.500 5.500 5.500 5.500-5.500')
export const Check = icon('m5 12.500 4.500 4.500L19 7.500')
export const Checks = icon('m2 12.500 4.500 4.500L16 7.500m-4 9.500 1 0L22 7.500')
export const Clock = icon('M12 7v5.300l3.300 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z')
export const Alert = icon('M12 8v5m0 3.500v.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z')
