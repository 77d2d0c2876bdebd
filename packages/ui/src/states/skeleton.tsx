/** Grey shapes where rows will be. `label` is read out; the shapes are not. */
export function Skeleton({ rows = 6, label, avatar = true }: { rows?: number; label: string; avatar?: boolean }) {
  return (
    <div class="skeleton" role="status" aria-busy="true">
      <span class="visually-hidden">{label}</span>
      {Array.from({ length: rows }, (_, i) => (
        <div class="skeleton-row" key={i} aria-hidden="true">
          {avatar && <span class="skeleton-disc" />}
          <span class="skeleton-lines">
            <span class={`skeleton-line w-${(i * 7) % 4}`} />
            <span class={`skeleton-line w-${(i * 5 + 2) % 4} is-thin`} />
          </span>
        </div>
      ))}
    </div>
  )
}
