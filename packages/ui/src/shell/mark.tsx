/** The product's sign: a speech bubble that answers "here". */
export function Mark({ size }: { size: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="32" height="32" rx="8" />
      <path
        class="mark-bubble"
        d="M9 9.5h14a1.5 1.5 0 0 1 1.5 1.5v8.5a1.5 1.5 0 0 1-1.5 1.5h-6.5l-5 4v-4H9A1.5 1.5 0 0 1 7.5 19.5V11A1.5 1.5 0 0 1 9 9.5Z"
      />
      <path class="mark-tick" d="M12 15.3l2.8 2.8 5.4-5.4" />
    </svg>
  )
}
