import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { browser, serveDist, type Served } from '../support/browser'

let chromium: Browser
let site: Served
let context: BrowserContext
const faults: string[] = []

beforeAll(async () => {
  site = await serveDist()
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

async function opened(path = '', width = 1280, height = 720): Promise<Page> {
  context = await chromium.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.on('pageerror', (fault) => faults.push(String(fault)))
  page.on('console', (it) => it.type() === 'error' && faults.push(it.text()))
  await page.goto(site.address + path)
  // Taken over by its script: what was pressed before that is lost.
  await page.locator('#root:not(.first-frame) header').waitFor({ state: 'attached' })
  return page
}

const headline = async (page: Page): Promise<string> =>
  (await page.locator('#root:not(.first-frame) .headline-sentence').innerText()).replace(/\s+/g, ' ')
const count = (page: Page): Promise<string> => page.locator('.count').innerText()
const noSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

describe('Flip it', () => {
  it('finds what turns a refusal, plays it as a branch, and gives the story back', async () => {
    const page = await opened()
    await page.getByRole('button', { name: 'Flip it' }).click()
    const flips = page.locator('.flips li')
    await flips.first().waitFor()
    expect(await page.locator('.flips [role=status]').innerText()).toMatch(
      /^\d+ changes do it, best first; \d+ stories/,
    )
    expect(await flips.first().innerText()).toContain('Change step 3 to setPrivileges(payroll).')
    expect(await flips.first().innerText()).toContain('PRIV-052')
    await flips.first().getByRole('button', { name: 'Play as branch' }).click()
    await page.locator('.headline.tone-good').waitFor()
    expect(await headline(page)).toContain('Allowed: Salaries')
    expect(await count(page)).toBe('8 / 9')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.locator('.headline.tone-bad').waitFor()
    expect(await headline(page)).toContain('Denied: Salaries')
  })

  it('begins the story otherwise when only that turns the step, with the keyboard alone', async () => {
    const page = await opened()
    const button = page.getByRole('button', { name: 'Flip it' })
    await button.focus()
    await page.keyboard.press('Enter')
    const roles = page.locator('.flips li').filter({ hasText: 'In roles.json' })
    await roles.waitFor()
    // The focus follows: the title first, then one button after the other.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
    const play = roles.getByRole('button', { name: 'Play as branch' })
    for (let i = 0; i < 30 && !(await play.evaluate((it) => it === document.activeElement)); i++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('.headline.tone-good').waitFor()
    expect(await page.locator('.notice').innerText()).toContain('Undo brings yours back')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-panel')
  })

  it('can be cancelled, and leaves the page as it was', async () => {
    const page = await opened()
    await page.keyboard.press('g')
    await page
      .locator('.gallery button')
      .filter({ hasText: /thousand/i })
      .click()
    await page.getByRole('button', { name: 'Flip it' }).click()
    await page.locator('.flips').getByRole('button', { name: 'Cancel' }).click()
    await page.locator('.flips').waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: 'Flip it' }).isVisible()).toBe(true)
  })

  it('stays within a narrow window', async () => {
    const page = await opened('', 360, 780)
    await page.getByRole('button', { name: 'Reason' }).click()
    await page.getByRole('button', { name: 'Flip it' }).click()
    await page.locator('.flips li').first().waitFor()
    expect(await noSideways(page)).toBe(true)
  })
})
