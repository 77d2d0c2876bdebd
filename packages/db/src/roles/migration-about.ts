/** What a role is for, in its keepers' words; and when it was chosen to stay open where the plan locks others. */
export const about = [
  `alter table role
    add column description text not null default '' check (length(description) <= 300),
    add column kept_at timestamptz(3)`,
]
