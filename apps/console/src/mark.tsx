/** The product's sign: a speech bubble that answers "here". */
export function Mark({ size }: { size: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="32" height="32" rx="8" />
      <path
        class="mark-bubble"
        d="M9 9.500h14a1.500 1.500 0 0 1 1.500 1.500v8.500a1.500 1.500 0 0 1-1.500 1.500h-6.500l-5 4v-4H9A1.500 1.500 0 0 1 7.500 19.500V11A1.500 1.500 0 0 1 9 9.500Z"
      />
      <path class="mark-tick" d="M12 15.300l2.800 2.800 5.400-5.400" />
    </svg>
  )
}
