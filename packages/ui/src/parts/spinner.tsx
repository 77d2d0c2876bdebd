/** Something is being done; the control that holds it says what. */
export const Spinner = () => <span class="spinner" aria-hidden="true" />
