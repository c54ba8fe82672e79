import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { browser, serve, serveDist, type Served } from '../support/browser'

let chromium: Browser
let site: Served
let context: BrowserContext
const faults: string[] = []

beforeAll(async () => {
  site = await (process.env.DIST ? serve(process.env.DIST) : serveDist())
  chromium = await browser()
})
afterAll(async () => {
  await chromium?.close()
  await site?.close()
})
afterEach(async () => {
  await context?.close()
  expect(faults.splice(0)).toEqual([])
})

interface Looks {
  readonly width?: number
  readonly dark?: boolean
}

async function opened(hash: string, { width = 1280, dark = false }: Looks = {}): Promise<Page> {
  context = await chromium.newContext({
    viewport: { width, height: 780 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(site.address + hash)
  await told(page)
  return page
}

/** All that the page tells has been told. */
async function told(page: Page): Promise<void> {
  await page.locator('.licences-told[aria-busy="false"] .day-chart svg').first().waitFor()
  await page.locator('.waiting').waitFor({ state: 'detached' })
}

const headlines = (page: Page): Promise<string[]> => page.locator('.day-headline').allInnerTexts()
const AXE = new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)
const KIOSK =
  '#/licences?release=21R4&licences=4&force=off&idle=60&seed=3&day=guest.20.0900.0930.10.5.closes&against=forceLogin'

describe('the licence planner', () => {
  it('shows a day, who is turned away and why, and the same day with one switch turned', async () => {
    const page = await opened(KIOSK)
    const [here, other] = await headlines(page)
    expect(here).toMatch(/4 of 4 licences are held at most, first at 09:\d\d\. 16 people are turned away, of 20\./)
    expect(here).toContain('it takes 20 licences')
    expect(other).toMatch(/No licence is held on this day/)
    expect(await page.locator('.refusals li').first().innerText()).toMatch(/^09:\d\d · \d+ × Browser, guest.*Refused/)
    expect(await page.locator('.reason-refused .rule').allInnerTexts()).toContain('SES-122')
    expect(await page.locator('.reason-refused').innerText()).toContain('Q-19')
    expect(await page.locator('.helps .cure').innerText()).toMatch(/^Force login on: 0 instead of 20/)
  })

  it('tells the day again when it is changed, and keeps it in the address', async () => {
    const page = await opened(KIOSK)
    await page.getByLabel('4D Client licences').fill('20')
    await page.locator('.day-headline', { hasText: 'Nobody is turned away' }).nth(1).waitFor()
    expect(page.url()).toContain('licences=20&')
    await page.getByRole('checkbox', { name: 'Force login' }).check()
    await page.locator('.day-headline', { hasText: 'No licence is held' }).first().waitFor()
    const url = page.url()
    expect(url).toContain('force=on')
    await page.goto('about:blank')
    await page.goto(url)
    await told(page)
    expect((await headlines(page))[0]).toContain('No licence is held')
  })

  it('says what cannot be told, and keeps what was told', async () => {
    const page = await opened(KIOSK)
    await page.getByLabel('How many').fill('2000')
    await page.getByLabel('Ask every').fill('1')
    await page.getByLabel('Stay, min').fill('900')
    await page.locator('.problem[role=alert]').waitFor()
    expect(await page.locator('.problem[role=alert]').innerText()).toMatch(/at most 60000 can be told/)
    expect(page.url()).not.toContain('.900.')
  })

  it('survives an address that somebody else made up', async () => {
    const page = await opened('#/licences?licences=9e9&day=%3Cscript%3E~remote.1.x')
    expect(await page.locator('.problem[role=alert]').innerText()).toContain('does not describe a day')
    expect((await headlines(page)).length).toBeGreaterThan(0)
  })

  it('can be read without seeing the curve, by keys', async () => {
    const page = await opened(KIOSK)
    const slider = page.getByRole('slider')
    await slider.focus()
    await page.keyboard.press('End')
    expect(await slider.getAttribute('aria-valuetext')).toContain('0 of 4 held')
    const at = async (): Promise<string> => (await page.locator('.at').first().innerText()).slice(0, 5)
    const end = await at()
    await page.keyboard.press('ArrowLeft')
    expect(await at()).not.toBe(end)
    expect(await page.locator('.day-chart svg').first().getAttribute('aria-label')).toMatch(/at most 4 of 4 licences/)
    await page.getByText('The same as a table').click()
    expect(await page.locator('.day-table tbody tr').first().innerText()).toMatch(/^09:00/)
  })

  it('plays a few of them in the playground, at the refusal', async () => {
    const page = await opened(KIOSK)
    await page.getByRole('button', { name: 'Play it with a few of them' }).click()
    await page.locator('.topology').waitFor()
    expect(await page.locator('.headline-sentence').innerText()).toContain('no 4D Client licence is free, 3 of 3')
    expect(await page.locator('.notice').innerText()).toContain('3 licences')
  })

  it('follows the release of the header', async () => {
    const page = await opened(
      '#/licences?release=21R4&licences=9&force=on&idle=60&seed=3&day=shared.5.0900.0900.60.20.closes',
    )
    expect((await headlines(page))[0]).toMatch(/^5 of 9/)
    await page.locator('.release select').selectOption('20R10')
    await page.locator('.day-headline', { hasText: 'turned away, of 5' }).waitFor()
    expect(page.url()).toContain('release=20R10')
  })

  it.each([
    { width: 1280, dark: false },
    { width: 1280, dark: true },
    { width: 360, dark: false },
    { width: 360, dark: true },
  ])('has no accessibility fault at $width px (dark: $dark), and scrolls one way only', async (looks) => {
    const page = await opened(KIOSK, looks)
    await page.evaluate(await readFile(AXE, 'utf8'))
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    })
    expect(found).toEqual([])
    const wide = await page.locator('main').evaluate((it) => it.scrollWidth - it.clientWidth)
    expect(wide).toBe(0)
  })
})
