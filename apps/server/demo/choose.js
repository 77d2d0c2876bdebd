import { signIn } from './sign-in.js'

const said = document.querySelector('.said')

for (const button of document.querySelectorAll('button[data-role]')) {
  button.addEventListener('click', async () => {
    if (button.ariaDisabled === 'true') return
    button.ariaDisabled = 'true'
    said.textContent = ''
    const trouble = await signIn(button.dataset.role)
    button.ariaDisabled = 'false'
    if (trouble) said.textContent = trouble
    else location.assign('../console/')
  })
}
