/** Signs this browser in as the demo's member of a role. Resolves to null, or to a sentence that says why not. */
export async function signIn(role) {
  try {
    const response = await fetch('sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role }),
    })
    if (response.ok) return null
    const answer = await response.json().catch(() => null)
    return answer?.error?.message ?? `The server answered ${response.status}. Try again.`
  } catch {
    return 'The server cannot be reached. Try again.'
  }
}
