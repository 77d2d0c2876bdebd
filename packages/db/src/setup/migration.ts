import { beforeWall } from '../wall/behind.ts'

export const tables = [
  `create table setting (
    key text primary key,
    value jsonb not null
  )`,
]

export const wall = beforeWall('setting')
