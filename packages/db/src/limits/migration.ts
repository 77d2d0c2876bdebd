import { beforeWall } from '../wall/behind.ts'

// The guesses counted against those who sign in. Whom they are counted for is in no account yet.

export const tables = [
  `create table attempt (
    key text primary key,
    count integer not null,
    window_ends_at timestamptz(3) not null
  )`,
  `create index attempt_window on attempt (window_ends_at)`,
]

export const wall = beforeWall('attempt')
