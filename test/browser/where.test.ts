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

async function opened(hash: string, { width = 1280, height = 800, dark = false } = {}): Promise<Page> {
  context = await chromium.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${site.address}${hash}`)
  await page.locator('.page').waitFor()
  return page
}

const hashOf = (page: Page): string => new URL(page.url()).hash
const sessionLine = (page: Page, at = 0): Promise<string> =>
  page
    .locator('.session-line > span')
    .nth(at)
    .innerText()
    .then((it) => it.replace(/\s+/g, ' '))
const row = (page: Page, call: RegExp) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: call }) })
const overflowing = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector('main.away')!.scrollWidth - document.documentElement.clientWidth)
const axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
const violations = (page: Page): Promise<string[]> =>
  page.evaluate(axe).then(() =>
    page.evaluate(async () => {
      const run = (
        window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
      ).axe
      const { violations } = await run.run()
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    }),
  )

describe('where does my code run', () => {
  it('answers for a place and a release of the address', async () => {
    const page = await opened('#/where/trigger?release=21R3')
    expect(await sessionLine(page)).toBe('Session is the remote user session, object on the server')
    expect(await page.locator('.stand .here').innerText()).toContain('twin process of the client')
    expect(await row(page, /^createOTP\(60\)/).innerText()).toContain('a token that lives 60 s')
    await page.getByLabel('Release', { exact: true }).selectOption('21')
    await expect.poll(() => hashOf(page)).toBe('#/where/trigger?release=21')
    expect(await row(page, /^createOTP\(60\)/).innerText()).toContain('a token that lives 10 s')
  })

  it('finds a place by other words with the keyboard alone', async () => {
    const page = await opened('#/where?release=21R2')
    expect(await sessionLine(page)).toBe('Session is Null')
    await page.getByLabel('Find a place').focus()
    await page.keyboard.type('web area share')
    await expect.poll(() => page.locator('.place-list [role=status]').innerText()).toBe('1 place')
    await page.keyboard.press('Enter')
    await expect.poll(() => hashOf(page)).toBe('#/where/webTokenOfRemote?release=21R2')
    expect(await sessionLine(page)).toBe('Session is the remote user session, object on the server')
    await page.getByLabel('Find a place').fill('no such words')
    expect(await page.locator('.place-list [role=status]').innerText()).toContain('No place has these words')
  })

  it('compares two releases, and the address keeps it', async () => {
    const page = await opened('#/where/clientMethod?release=21R3')
    await page.getByLabel('Beside it: release').selectOption('21R2')
    await expect.poll(() => hashOf(page)).toBe('#/where/clientMethod?release=21R3&other=21R2')
    await page.reload()
    expect([await sessionLine(page, 0), await sessionLine(page, 1)]).toEqual([
      'Session is the remote user session, object on the client',
      'Session is Null',
    ])
    expect(await row(page, /^setPrivileges\(payroll\)/).innerText()).toMatch(/≠ differs/)
    const all = await page.getByRole('row').count()
    await page.getByLabel('Only what differs').check()
    expect(await page.getByRole('row').count()).toBeLessThan(all)
    expect(await page.getByText('= same').count()).toBe(0)
    await page.getByRole('button', { name: 'Stop comparing' }).click()
    await expect.poll(() => page.locator('.session-line').count()).toBe(1)
  })

  it('compares two places, and says where there is none', async () => {
    const page = await opened('#/where/executeOnServerMethod?release=21&beside=serverSingletonFunction')
    expect(await page.locator('.standing').nth(1).innerText()).toContain('It came with 4D 21 R3.')
    await page.getByLabel('Beside it: place').selectOption('clientMethod')
    await expect.poll(() => sessionLine(page, 1)).toBe('Session is Null')
  })

  it('plays an answer at the step that gives it, and Back returns', async () => {
    const page = await opened('#/where/clientMethod?release=21R3')
    await row(page, /^setPrivileges\(payroll\)/)
      .getByRole('button')
      .click()
    await page.locator('.headline-sentence').filter({ hasText: 'forbidden on the client' }).waitFor()
    expect(await page.locator('.count').innerText()).toBe('2 / 2')
    await page.goBack()
    await page.locator('.page.where').waitFor()
    expect(hashOf(page)).toBe('#/where/clientMethod?release=21R3')
  })

  it('shows the whole matrix, each answer with its reason', async () => {
    const page = await opened('#/where/matrix?release=20R10')
    const cells = row(page, /^hasPrivilege\(payroll\)$/).getByRole('cell')
    const values = await cells.locator('.value').allInnerTexts()
    expect(values.map((it) => it.replace(/^[^\w]+/, ''))).toEqual([
      'false',
      'true',
      'error: Session is Null',
      'true',
      'true',
    ])
    await cells.nth(1).locator('summary').click()
    expect(await cells.nth(1).innerText()).toContain('SES-146')
    await page.getByRole('columnheader', { name: 'Standalone' }).getByRole('link').click()
    await expect.poll(() => sessionLine(page)).toContain('the standalone session')
  })

  it.each([
    { width: 1280, dark: false, hash: '#/where/rest?release=21R3&other=20R10' },
    { width: 360, dark: true, hash: '#/where/rest?release=21R3&beside=trigger' },
    { width: 360, dark: false, hash: '#/where/matrix?release=21R4' },
  ])('fits and can be used by everybody: $hash at $width', async ({ width, dark, hash }) => {
    const page = await opened(hash, { width, dark })
    expect(await overflowing(page)).toBeLessThanOrEqual(0)
    expect(await violations(page)).toEqual([])
  })
})

describe('what changes if I upgrade', () => {
  const ready = async (page: Page): Promise<Page> => {
    await page
      .locator('.summary')
      .filter({ hasText: /begin or end|Nothing|same/ })
      .waitFor()
    return page
  }

  it('tells what differs, the dangerous first, and keeps both releases in the address', async () => {
    const page = await ready(await opened('#/upgrade?from=20R10&release=21'))
    const first = page.locator('.changes-table').first().getByRole('row').nth(1)
    expect(await first.innerText()).toMatch(/Refused now\s+hasPrivilege\(payroll\)/)
    await page.getByRole('combobox', { name: 'From', exact: true }).selectOption('21R2')
    await page.getByRole('combobox', { name: 'To', exact: true }).selectOption('21R3')
    await expect.poll(() => hashOf(page)).toBe('#/upgrade?release=21R3&from=21R2')
    await ready(page)
    const session = page.getByRole('region', { name: 'What Session is' })
    const client = session.getByRole('row').filter({ hasText: 'Form, object or menu method' })
    expect(await client.first().innerText()).toMatch(/New\s+Session[^]+Null[^]+remote-ana, on the client/)
    await page.getByRole('button', { name: 'Swap' }).click()
    await expect.poll(() => hashOf(page)).toBe('#/upgrade?release=21R2&from=21R3')
  })

  it('plays an answer as it was before, and the own story at the step that differs', async () => {
    const page = await ready(await opened('#/upgrade?from=20R10&release=21'))
    const own = page.locator('.stories').first()
    expect(await own.innerText()).toContain('Step 2')
    await page
      .getByRole('button', { name: /^Play before: Play setPrivileges\(payroll\)/ })
      .first()
      .click()
    await page.locator('.headline-sentence').filter({ hasText: 'has no effect on a desktop session' }).waitFor()
    expect(await page.getByLabel('Release', { exact: true }).inputValue()).toBe('20R10')
    await page.getByRole('button', { name: 'Undo' }).first().click()
    await page.goBack()
    await ready(page)
    await page
      .locator('.stories')
      .first()
      .getByRole('button', { name: /^Play after/ })
      .click()
    await page.locator('.count').filter({ hasText: /^2 \// }).waitFor()
  })

  it('plays the proof of a rule that begins to hold', async () => {
    const page = await ready(await opened('#/upgrade?from=20R10&release=21'))
    const otp = page.getByRole('region', { name: 'One-time tokens (OTP)' })
    await otp.getByText(/^Rules that begin or end/).click()
    const item = otp.getByRole('listitem').filter({ hasText: 'SES-045' })
    expect(await item.innerText()).toContain('begins to hold')
    await item.getByRole('button', { name: /^Play its proof/ }).click()
    expect(await page.locator('h1').innerText()).toContain('10 s')
    await page.locator('.headline-sentence').filter({ hasText: 'a token that lives 10 seconds' }).waitFor()
  })

  it('goes to a theme with the keyboard', async () => {
    const page = await ready(await opened('#/upgrade?from=20R10&release=21'))
    await page.getByRole('navigation', { name: 'Themes' }).getByRole('button', { name: /Guest/ }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('theme-guest')
    // Only the page within scrolls: the header stays.
    expect(await page.evaluate(() => document.documentElement.scrollTop)).toBe(0)
  })

  it('can be copied as Markdown', async () => {
    const page = await ready(await opened('#/upgrade?from=20R10&release=21'))
    await page.getByRole('button', { name: 'Copy as Markdown' }).click()
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain('# What changes from 4D 20 R10 to 4D 21')
  })

  it('says in words that nothing changes', async () => {
    const page = await ready(await opened('#/upgrade?from=21&release=21'))
    expect(await page.locator('.summary').innerText()).toContain('Both releases are the same')
    expect(await page.getByRole('table').count()).toBe(0)
  })

  it.each([
    { width: 1280, dark: true },
    { width: 360, dark: false },
  ])('fits and can be used by everybody at $width', async ({ width, dark }) => {
    const page = await ready(await opened('#/upgrade?from=20R8&release=21R3', { width, dark }))
    expect(await overflowing(page)).toBeLessThanOrEqual(0)
    expect(await violations(page)).toEqual([])
  })
})
