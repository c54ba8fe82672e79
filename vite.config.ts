import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  // Relative addresses: the folder works from any host and any sub-path.
  base: './',
  plugins: [react()],
  resolve: {
    // Mermaid's other layout engine is never asked for; its code and licence stay out of the build.
    alias: [{ find: /^elkjs.*/, replacement: here('./src/view/flow/noElk.ts') }],
  },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    // All that the page starts with in one file: it packs better than the many that the later parts share.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
  },
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ['test/**/*.test.{ts,tsx}'],
  },
})
