// Loaded into a server by `--import`: says how much memory is resident, as it stands and after V8 gave back all that
// nothing holds (which it otherwise does when it is idle for long, or short of memory).
process.on('message', (asked) => {
  if (asked !== 'memory') return
  const standing = process.memoryUsage.rss()
  for (let times = 0; times < 3; times++) globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  process.send?.({ standing, held: process.memoryUsage.rss() })
})
// Asking is no reason to stay alive.
process.channel?.unref()
