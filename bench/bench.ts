/**
 * How fast and how small: `npm run bench`, or `npm run bench -- engine`, `npm run bench -- browser` for a half.
 *
 * Every number stands beside a named baseline taken in the same run, because machines differ and ratios less so; the
 * absolute bars are those of a small machine with two cores and no graphics card. Numbers are medians of at least five
 * rounds after one to warm up; p95 is the median of five p95s. Worlds, commands and positions are drawn by lot from
 * fixed seeds (worlds.ts). Memory is the heap after collection, per step, commands included. In the browser every row
 * is a fresh context of headless Chromium without a graphics card, files from loopback, bytes counted as `gzip -9`.
 */

import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { print, type Row } from './measure'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The engine rows, built as the page is: what tsx makes of a file for its debuggers is a quarter slower. */
async function engineRows(): Promise<readonly Row[]> {
  // Read by the libraries we compare with, when they are loaded: nobody is measured with checks for development.
  process.env.NODE_ENV = 'production'
  const outDir = here('../node_modules/.bench/engine')
  await build({
    configFile: false,
    logLevel: 'warn',
    build: { ssr: here('engine.ts'), outDir, target: 'es2023', minify: true, emptyOutDir: true },
  })
  const built = (await import(`${outDir}/engine.js`)) as typeof import('./engine')
  return built.engineRows()
}

const browserRows = async (): Promise<readonly Row[]> => (await import('./browser')).browserRows()

const only = process.argv[2]
print([...(only === 'browser' ? [] : await engineRows()), ...(only === 'engine' ? [] : await browserRows())])
