import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { browser as launch, serveDist } from '../support/browser'

describe('the first screen as the build wrote it', () => {
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveDist>>
  beforeAll(async () => {
    ;[browser, site] = await Promise.all([launch(), serveDist()])
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })

  const QUESTION = 'Why may the Web area read People but not Salaries?'

  it('tells the story without any script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(site.address)
    await page.getByRole('heading', { name: QUESTION }).waitFor()
    expect(await page.locator('.headline-sentence').innerText()).toContain('Denied: Salaries')
    expect(await page.locator('.place-server').isVisible()).toBe(true)
    await context.close()
  })

  it('is taken over as it stands: nothing is drawn twice, nothing complains', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (it) => it.type() === 'error' && complaints.push(it.text()))
    page.on('pageerror', (it) => complaints.push(it.message))
    await page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => {
        Object.assign(window, { built: document.querySelector('.headline-sentence') })
      })
    })
    await page.goto(site.address)
    await page.locator('.flow-picture svg .node').first().waitFor()
    const kept = await page.evaluate(
      () => (window as unknown as { built: Element }).built === document.querySelector('.headline-sentence'),
    )
    expect(kept).toBe(true)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('is not shown to a reader who comes with a link or has a story of their own', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(site.address)
    await page.locator('.flow-picture svg .node').first().waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.waitForTimeout(600)
    await page.route('**/*.js', (route) => route.abort())
    await page.reload()
    expect(await page.locator('.headline-sentence').isVisible()).toBe(false)
    await context.close()
  })
})
