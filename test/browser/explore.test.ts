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
    await page.locator('header').getByRole('button', { name: 'Undo' }).click()
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

describe('Break it', () => {
  it('breaks a belief with the shortest story, and plays it', async () => {
    const page = await opened('#/break/areaReads?release=21')
    await page.getByRole('button', { name: 'Try to break it' }).click()
    await page.locator('.hunting-verdict').waitFor()
    expect(await page.locator('.hunting-verdict').innerText()).toContain('Broken in 3 steps')
    const steps = page.locator('.hunted li')
    expect(await steps.count()).toBe(3)
    expect(await steps.last().innerText()).toContain('Denied')
    expect(await steps.last().innerText()).toContain('PRIV-052')
    await page.getByRole('button', { name: 'Play the story' }).click()
    await page.locator('.headline.tone-bad').waitFor()
    expect(await count(page)).toBe('3 / 3')
    expect(await page.locator('h1').innerText()).toBe("What a user's privilege opens, the user's Web area can read.")
    await page.locator('header').getByRole('button', { name: 'Undo' }).click()
    await page.locator('.headline').filter({ hasText: 'Salaries' }).waitFor()
  })

  it('lets a sentence be made, searched and linked to with the keyboard alone', async () => {
    const page = await opened('#/break/reads?release=21&depth=3')
    await page.getByLabel('What', { exact: true }).focus()
    await page.keyboard.press('S')
    await page.waitForFunction(() => location.hash.includes('what=Salaries'))
    const run = page.getByRole('button', { name: 'Try to break it' })
    await run.focus()
    await page.keyboard.press('Enter')
    await page.locator('.hunting-verdict').waitFor()
    expect(await page.locator('.hunting-verdict').innerText()).toMatch(/No counterexample within \d+ different worlds/)
    expect(await page.locator('.hunting [role=status]').innerText()).toContain('That is no proof')
    expect(await run.evaluate((it) => it === document.activeElement)).toBe(true)
    // Without scalable sessions nothing is protected: one more kind of command, and the sentence breaks.
    await page.getByLabel('Switch settings').focus()
    await page.keyboard.press('Space')
    await page.locator('.hunting-verdict').waitFor({ state: 'detached' })
    await run.focus()
    await page.keyboard.press('Enter')
    await page.locator('.hunting-verdict').filter({ hasText: 'Broken in 2 steps' }).waitFor()
    const link = await page.getByRole('link', { name: 'Permanent link' }).getAttribute('href')
    expect(link).toContain('#/break/reads?release=21')
    expect(link).toContain('settings')
  })

  it('tells how far it is, keeps the page alive meanwhile, and can be cancelled', async () => {
    const page = await opened(
      '#/break/tokenOnce?release=21&depth=8&cast=two&commands=leaving-privileges-tokens-pages-data-methods-storage-time-settings',
    )
    await page.getByRole('button', { name: 'Try to break it' }).click()
    await page
      .locator('.hunting [role=status]')
      .filter({ hasText: /\d{3,} different worlds/ })
      .waitFor()
    // The page answers while the search goes on.
    await page.getByRole('button', { name: 'Theme' }).click()
    const cancel = page.getByRole('button', { name: 'Cancel' })
    await cancel.click()
    await page.getByText('Nothing has been tried yet.').waitFor()
    expect(await page.getByRole('button', { name: 'Try to break it' }).isVisible()).toBe(true)
  })

  it('keeps its place when the release is another one', async () => {
    const page = await opened('#/break/lifespanAsked?release=21')
    await page.getByRole('button', { name: 'Try to break it' }).click()
    await page.locator('.hunting-verdict').filter({ hasText: 'Broken in 2 steps' }).waitFor()
    await page.locator('header select').selectOption('21R3')
    await page.waitForFunction(() => location.hash.includes('release=21R3'))
    await page.getByRole('button', { name: 'Try to break it' }).click()
    await page.locator('.hunting-verdict').filter({ hasText: 'No counterexample' }).waitFor()
  })

  it('stays within a narrow window, its list of sentences folded', async () => {
    const page = await opened('#/break/tokenOnce?release=21&depth=3', 360, 780)
    await page.getByRole('button', { name: 'Choose a sentence' }).click()
    await page.getByRole('link', { name: 'createOTP(60)' }).click()
    await page.getByRole('button', { name: 'Try to break it' }).click()
    await page.locator('.hunted li').first().waitFor()
    expect(await noSideways(page)).toBe(true)
  })
})
