import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** Vite plugin: puts `.br` and `.gz` beside every text file of the build, so that the server compresses nothing while it serves. */
export function compress() {
  return {
    name: 'rolecall-compress',
    apply: 'build' as const,
    async writeBundle({ dir }: { dir?: string }) {
      if (!dir) return
      for (const file of await readdir(dir, { recursive: true, withFileTypes: true })) {
        if (!file.isFile() || !/\.(js|css|html|svg)$/.test(file.name)) continue
        const path = join(file.parentPath, file.name)
        const bytes = await readFile(path)
        const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }
        await writeFile(`${path}.br`, brotliCompressSync(bytes, best))
        await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }))
      }
    },
  }
}
