import react from '@vitejs/plugin-react'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { createServer, type Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * Runs before the first paint: the reader's theme, and no strange story before the eyes of one who has a story. The
 * page's script is fetched meanwhile and starts when the first screen has been shown, or soon when nobody looks.
 */
const early = (script: string): string => `try{var t=localStorage.getItem('session-playground.theme')
if(t==='light'||t==='dark')document.documentElement.dataset.theme=t
if(location.hash.length>1||sessionStorage.getItem('session-playground.draft')||localStorage.getItem('session-playground.drafts'))document.documentElement.classList.add('own')}catch(e){}
function go(){if(!go.once){go.once=1;var s=document.createElement('script');s.type='module';s.crossOrigin='';s.src='${script}';document.head.append(s)}}
addEventListener('DOMContentLoaded',function(){requestAnimationFrame(function(){setTimeout(go)});setTimeout(go,100)})`

const ENTRY = /<script type="module" crossorigin src="([^"]+)"><\/script>/

/** Writes the first screen into the built page; its one inline script is allowed by its hash alone. */
const firstFrame = (): Plugin => ({
  name: 'first-frame',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    async handler(page) {
      const root = here('.')
      const server = await createServer({
        root,
        configFile: false,
        logLevel: 'error',
        appType: 'custom',
        plugins: [react()],
        server: { middlewareMode: true, hmr: false, ws: false, watch: null },
        optimizeDeps: { noDiscovery: true },
      })
      try {
        const { firstFrame } = (await server.ssrLoadModule('/src/firstFrame.tsx')) as typeof import('./src/firstFrame')
        const [entry, script] = ENTRY.exec(page) ?? []
        if (!entry || !script) throw new Error('the page has no entry script')
        const first = early(script)
        const hash = createHash('sha256').update(first).digest('base64')
        const frame = await firstFrame()
        return page
          .replace("script-src 'self'", () => `script-src 'self' 'sha256-${hash}'`)
          .replace('</title>', () => `</title>\n    <script>${first}</script>`)
          .replace(entry, () => `<link rel="modulepreload" crossorigin href="${script}" />`)
          .replace(
            '<div id="root"></div>',
            () =>
              `<div id="root" class="first-frame">${frame.page}</div>` +
              // Data, not code: no policy is asked. "<" is escaped, so that no text can end it.
              `<script type="application/json" id="first-screen">${frame.data.replaceAll('<', '\\u003c')}</script>`,
          )
      } finally {
        await server.close()
      }
    },
  },
})

export default defineConfig({
  // Relative addresses: the folder works from any host and any sub-path.
  base: './',
  plugins: [react(), firstFrame()],
  resolve: {
    // Mermaid's other layout engine and its drawing by hand are never asked for; both stay out of the build.
    alias: [
      { find: /^elkjs.*/, replacement: here('./src/view/flow/noElk.ts') },
      { find: /^roughjs.*/, replacement: here('./src/view/flow/noRough.ts') },
    ],
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
