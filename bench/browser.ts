import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { shippedGallery } from '../src/gallery/gallery'
import { toLink } from '../src/share/link'
import { FORMAT, type Scenario } from '../src/simulation/scenario'
import { reasons } from '../src/words/en.reasons'
import { browser as launch, serve } from '../test/support/browser'
import { median, short, times, type Row } from './measure'
import type { Bench } from './pages/main'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const PAGES = here('../node_modules/.bench/pages/')
const DIST = here('../node_modules/.bench/dist/')
const ROUNDS = 5

/** Both built the same way, so that neither is measured with checks for development. */
async function buildAll(): Promise<void> {
  process.env.NODE_ENV = 'production'
  await build({
    configFile: here('../vite.config.ts'),
    root: here('..'),
    logLevel: 'error',
    build: { outDir: DIST, emptyOutDir: true },
  })
  await build({
    configFile: false,
    root: here('pages'),
    base: './',
    logLevel: 'error',
    plugins: [react()],
    resolve: { alias: [{ find: /^elkjs.*/, replacement: here('../src/view/flow/noElk.ts') }] },
    build: { outDir: PAGES, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 2000 },
  })
}

interface Visit {
  readonly page: Page
  /** kB of JavaScript that came so far, as `gzip -9` sends it. */
  script(): number
}

/** A visit by somebody new, after which the browser forgets them. */
async function visit<T>(browser: Browser, address: string, what: (it: Visit) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const page = await context.newPage()
  const scripts: string[] = []
  page.on('response', (it) => {
    const { pathname } = new URL(it.url())
    if (pathname.endsWith('.js')) scripts.push(pathname)
  })
  const script = (): number =>
    scripts.reduce((sum, it) => sum + gzipSync(readFileSync(`${DIST}${it}`), { level: 9 }).length, 0) / 1000
  // Noted in the page itself: asking from outside is a matter of luck to half a second.
  await page.addInitScript(() => {
    new MutationObserver((_, watch) => {
      if (!document.querySelector('.flow-picture svg .node')) return
      watch.disconnect()
      requestAnimationFrame(() => performance.mark('flow'))
    }).observe(document, { childList: true, subtree: true })
  })
  try {
    await page.goto(address)
    return await what({ page, script })
  } finally {
    await context.close()
  }
}

/** The median of each number, over so many visits. */
async function rounds<K extends string>(
  one: () => Promise<Readonly<Record<K, number>>>,
): Promise<Readonly<Record<K, number>>> {
  const all: Readonly<Record<K, number>>[] = []
  for (let i = 0; i < ROUNDS; i++) all.push(await one())
  // The keys are those of every round.
  return Object.fromEntries(
    Object.keys(all[0]!).map((key) => [key, median(all.map((it) => it[key as K]))]),
  ) as Readonly<Record<K, number>>
}

const inBench = <T>(page: Page, name: keyof Bench): Promise<T> =>
  page.evaluate((it) => (window as unknown as { bench: Record<string, () => Promise<T>> }).bench[it]!(), name)

const largestPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => done(list.getEntries().at(-1)!.startTime)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )

/** Opens a link in the page that is open, waits until so many are drawn, then moves the picture for 90 frames. */
const openAndPan = (page: Page, link: string, drawn: string, count: number) =>
  page.evaluate(
    async ({ link, drawn, count }) => {
      const start = performance.now()
      location.hash = link
      while (document.querySelectorAll(drawn).length < count) await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      const mount = performance.now() - start
      const picture = document.querySelector('.topology')!
      const moved = performance.now()
      for (let i = 0; i < 90; i++) {
        const key = i < 45 ? 'ArrowRight' : 'ArrowLeft'
        picture.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
        await new Promise(requestAnimationFrame)
      }
      return { mount, fps: 90_000 / (performance.now() - moved) }
    },
    { link, drawn, count },
  )

const gallery = shippedGallery(reasons.gallery)

const thousandClients = toLink(
  { scenario: gallery['thousand-clients']!, at: gallery['thousand-clients']!.steps.length },
  gallery,
)

/** A thousand outside browsers: nobody is folded into a crowd, every one is drawn in full. */
const unfolded: Scenario = {
  format: FORMAT,
  title: 'A thousand visitors',
  release: '21R3',
  world: {
    machines: [{ name: 'server', kind: 'server' }],
    webServers: [{ name: 'web', machine: 'server' }],
    browsers: Array.from({ length: 1_000 }, (_, i) => ({ name: `visitor-${i + 1}` })),
  },
  steps: [],
}

async function ours(browser: Browser, site: string) {
  const first = await rounds(() =>
    visit(browser, site, async ({ page, script }) => {
      await page.locator('.place-server').first().waitFor()
      const paint = await largestPaint(page)
      await page.locator('.flow-picture svg .node').first().waitFor()
      await page.waitForFunction(() => performance.getEntriesByName('flow').length > 0)
      const flow = await page.evaluate(() => performance.getEntriesByName('flow')[0]!.startTime)
      return { paint, flow, script: script() }
    }),
  )
  const crowd = await rounds(() =>
    visit(browser, site, async ({ page }) => {
      await page.locator('.flow-picture svg .node').first().waitFor()
      return openAndPan(page, thousandClients, '.crowd rect', 990)
    }),
  )
  const all = await rounds(() =>
    visit(browser, site, async ({ page }) => {
      await page.locator('.flow-picture svg .node').first().waitFor()
      return openAndPan(page, toLink({ scenario: unfolded, at: 0 }), '.place-browser', 1_000)
    }),
  )
  return { first, crowd, all }
}

async function theirs(browser: Browser, pages: string) {
  const shell = await rounds(() =>
    visit(browser, `${pages}#shell`, async ({ page }) => ({ paint: await largestPaint(page) })),
  )
  const flow = await rounds(() =>
    visit(browser, pages, ({ page }) => inBench<{ cold: number; repaint: number; render: number }>(page, 'flow')),
  )
  const reactFlow = await rounds(() =>
    visit(browser, pages, ({ page }) => inBench<{ mount: number; fps: number }>(page, 'reactFlow')),
  )
  return { shell, flow, reactFlow }
}

export async function browserRows(): Promise<readonly Row[]> {
  await buildAll()
  const [browser, dist, pages] = await Promise.all([launch(), serve(DIST), serve(PAGES)])
  try {
    const { first, crowd, all } = await ours(browser, dist.address)
    const { shell, flow, reactFlow } = await theirs(browser, pages.address)
    return [
      {
        what: 'flow: another walk shown',
        ours: `${flow.repaint.toFixed(1)} ms`,
        baseline: `Mermaid render ${short(flow.render)} ms`,
        ratio: times(flow.render / flow.repaint),
        bar: '≥ 50 ×',
        holds: flow.render / flow.repaint >= 50,
      },
      ...(
        [
          ['1,000 clients as a crowd', crowd],
          ['1,000 browsers in full', all],
        ] as const
      ).flatMap(([name, it]): readonly Row[] => [
        {
          what: `topology, ${name}: link opened until drawn`,
          ours: `${short(it.mount)} ms`,
          baseline: `React Flow mount ${short(reactFlow.mount)} ms`,
          ratio: times(reactFlow.mount / it.mount),
          bar: '≤ 450 ms',
          holds: it.mount <= 450,
        },
        {
          what: `topology, ${name}: moved`,
          ours: `${it.fps.toFixed(0)} frames/s`,
          baseline: `React Flow ${reactFlow.fps.toFixed(0)} frames/s`,
          ratio: times(it.fps / reactFlow.fps),
          bar: '≥ 52',
          holds: it.fps >= 52,
        },
      ]),
      {
        what: 'JavaScript until the first flow',
        ours: `${first.script.toFixed(1)} kB`,
        bar: '≤ 345 kB',
        holds: first.script <= 345,
      },
      {
        what: 'first flow drawn, from opening the address',
        ours: `${short(first.flow)} ms`,
        baseline: `bare React page, then Mermaid alone, cold ${short(shell.paint + flow.cold)} ms`,
        ratio: times((shell.paint + flow.cold) / first.flow),
        bar: '≤ 700 ms',
        holds: first.flow <= 700,
      },
      {
        what: 'largest paint',
        ours: `${short(first.paint)} ms`,
        baseline: `bare React page ${short(shell.paint)} ms`,
        ratio: times(first.paint / shell.paint),
        bar: '≤ 1.5 ×',
        holds: first.paint / shell.paint <= 1.5,
      },
    ]
  } finally {
    await browser.close()
    await Promise.all([dist.close(), pages.close()])
  }
}
