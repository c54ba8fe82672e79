import { readFile } from 'node:fs/promises'
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

async function opened(hash: string, width = 1280, height = 720, dark = false): Promise<Page> {
  context = await chromium.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(site.address + hash)
  await page.locator('.rulebook').waitFor()
  return page
}

const played = (page: Page) => page.locator('.evidence .headline-sentence').waitFor()

describe('the Rulebook', () => {
  it('shows a rule of a link with a story that was played just now, and plays it', async () => {
    const page = await opened('#/rules/SES-003?release=21')
    await played(page)
    expect(await page.locator('.evidence .headline-sentence').innerText()).toContain('Session returns Null')
    // The row of the rule is in sight.
    const row = page.locator('.rule-list [aria-current]')
    const [box, list] = [await row.boundingBox(), await page.locator('.rule-list').boundingBox()]
    expect(box!.y).toBeGreaterThanOrEqual(list!.y - 1)
    expect(box!.y + box!.height).toBeLessThanOrEqual(list!.y + list!.height + 1)

    await page.getByRole('button', { name: 'Play this story' }).click()
    await page.locator('.headline-sentence').filter({ hasText: 'Session returns Null' }).waitFor()
    expect(await page.locator('.count').innerText()).toBe('2 / 2')
  })

  it('says so where a rule does not hold, and shows it in the nearest release', async () => {
    const page = await opened('#/rules/SES-045?release=20R8')
    await played(page)
    expect(await page.locator('.rule-not').innerText()).toContain('Not in 4D 20 R8')
    expect(await page.locator('.evidence .headline-step').innerText()).toContain('21')
    await page.getByRole('button', { name: 'Choose 21' }).click()
    await page.locator('.rule-not').waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => decodeURIComponent(document.URL))).toContain('release=21')
  })

  it('says plainly when a rule is not simulated', async () => {
    const page = await opened('#/rules?simulated=no')
    await page.locator('.rule-row a').first().click()
    expect(await page.locator('.rule-not').innerText()).toContain('Not simulated')
    expect(await page.locator('.evidence').count()).toBe(0)
  })

  it('goes from rule to rule by arrows, opens by Enter, and comes back by Escape', async () => {
    const page = await opened('#/rules')
    await page.locator('.rule-row a').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-rule'))).toBe('SES-003')
    await page.keyboard.press('Enter')
    await page.locator('#rule-title').filter({ hasText: 'SES-003' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('rule-title')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-rule'))).toBe('SES-003')
    await page.keyboard.press('End')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-rule'))).toMatch(/^PLAY-/)
  })

  it('finds by words and filters, and keeps both in the address', async () => {
    const page = await opened('#/rules')
    await page.getByRole('searchbox').fill('lifespan')
    await page.getByLabel('Status').selectOption('contradicted')
    await expect.poll(() => page.locator('.rule-row').count()).toBeLessThan(10)
    expect(await page.evaluate(() => document.URL)).toContain('find=lifespan&status=contradicted')
    await page.getByRole('button', { name: 'Show all rules' }).click()
    await expect.poll(() => page.locator('.rule-row').count()).toBeGreaterThan(200)
  })

  it('copies a link that opens the same rule', async () => {
    const page = await opened('#/rules/SES-070')
    await page.getByRole('button', { name: 'Copy the link' }).click()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toMatch(/#\/rules\/SES-070\?release=21$/)
  })

  it('opens a table with what the stories take of it, counted on the picture and in words', async () => {
    const page = await opened('#/rules?view=tables')
    await page.locator('.table-list').getByRole('link', { name: 'Does this token open its session?' }).click()
    await page.locator('.flow-picture .counted, .flow-picture svg.counted').first().waitFor()
    expect(await page.locator('.flow-picture .node .times').count()).toBe(
      await page.locator('.flow-picture .node').count(),
    )
    expect(await page.locator('.flow-picture .node.never').count()).toBe(0)
    const drawn = await page.locator('.flow-picture svg').elementHandle()
    await page.getByLabel('my story').check()
    await expect.poll(() => page.locator('.flow-picture .node.never').count()).toBeGreaterThan(0)
    // The picture is the one it was.
    expect(await page.locator('.flow-picture svg').evaluate((it, before) => it === before, drawn)).toBe(true)
    await page.getByText('In words').click()
    expect(await page.locator('.counted-list').innerText()).toContain('never taken')
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
  })

  it('shows one column where there is room for one', async () => {
    const page = await opened('#/rules/SES-045', 360, 780)
    await played(page)
    expect(await page.locator('.rule-list').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await page.getByRole('link', { name: 'All rules' }).click()
    await page.locator('.rule-list').waitFor({ state: 'visible' })
  })

  it.each([
    ['#/rules/SES-045', false],
    ['#/rules/SES-045', true],
    ['#/rules?view=tables', true],
  ])('has nothing that axe finds wrong: %s, dark %s', async (hash, dark) => {
    const page = await opened(hash, 1280, 720, dark)
    if (hash.includes('SES')) await played(page)
    else await page.locator('.table-list').waitFor()
    // By a script of our own: the policy of the page allows no other.
    await page.evaluate(await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8'))
    const wrong = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> }
      }
      return (await axe.run()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`,
      )
    })
    expect(wrong).toEqual([])
  })
})
