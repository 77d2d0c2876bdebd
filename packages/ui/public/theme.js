// Runs before anything is drawn, so that a chosen theme does not flash. A file of its own: the CSP allows no inline script.
try {
  const theme = localStorage.getItem('rolecall.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is blocked: the system's theme it is.
}
