import { signIn } from './sign-in.js'

const said = document.querySelector('.said')
const choice = document.querySelector('select')
const frame = document.querySelector('iframe.console')

/** The role of whoever is signed in here; undefined: nobody is. */
async function current() {
  const response = await fetch('../trpc/session.me').catch(() => null)
  const answer = response?.ok ? await response.json() : null
  return answer?.result.data.role.name
}

async function become(role) {
  said.textContent = (await signIn(role)) ?? ''
  if (!said.textContent) show()
}

function show() {
  if (frame.getAttribute('src')) frame.contentWindow.location.reload()
  else frame.src = '../console/'
}

choice.addEventListener('change', () => void become(choice.value))

const role = await current()
if (role) {
  choice.value = role
  show()
} else {
  await become(choice.value)
}
