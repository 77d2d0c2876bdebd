import type { Json } from '../column.ts'

export interface SetupTables {
  setting: SettingTable
}

/** One row per server-wide fact: set-up link's hash, demo flag … */
export interface SettingTable {
  key: string
  value: Json<unknown>
}
