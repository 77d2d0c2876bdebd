interface ImportMetaEnv {
  /** The calls by which the pages of the settings show, with spaces between them (vite.config.ts). */
  readonly SETTINGS_CALLS?: string
}
