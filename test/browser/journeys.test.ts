import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readFile } from 'node:fs/promises'
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
  // Every journey also promises a quiet console and no word to another host.
  expect(faults.splice(0)).toEqual([])
})

interface Looks {
  readonly width?: number
  readonly height?: number
  readonly dark?: boolean
}

async function opened(path = '', { width = 1280, height = 720, dark = false }: Looks = {}): Promise<Page> {
  context = await chromium.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  return visit(path)
}

async function visit(path = ''): Promise<Page> {
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(site.address) && !/^(data|blob):/.test(request.url()))
      faults.push(`asked ${request.url()}`)
  })
  await page.goto(site.address + path)
  await headline(page)
  return page
}

/** Waits until the verdict says so: a press is answered a moment later. */
const says = (page: Page, words: string | RegExp): Promise<void> =>
  page.locator('#root:not(.first-frame) .headline-sentence').filter({ hasText: words }).waitFor({ state: 'attached' })

/** The verdict above the tabs, once its words have come. */
async function headline(page: Page): Promise<string> {
  // Not the screen that the build wrote: it may be another story's, and nothing can be told yet.
  const sentence = page.locator('#root:not(.first-frame) .app[aria-busy="false"] .headline-sentence')
  await sentence.filter({ hasText: /\w{3}/ }).waitFor({ state: 'attached' })
  return ((await sentence.textContent()) ?? '').replace(/\s+/g, ' ').trim()
}

const shownStep = (page: Page): Promise<string> => page.locator('.count').innerText()
const show = (page: Page, tab: string): Promise<void> => page.getByRole('tab', { name: tab, exact: true }).click()
const story = async (page: Page, title: string | RegExp): Promise<void> => {
  await page.keyboard.press('g')
  await page.locator('.gallery button').filter({ hasText: title }).click()
  await page.locator('dialog').waitFor({ state: 'detached' })
}

/** One of the two forms of the Act panel, opened by its heading. */
async function form(page: Page, heading: RegExp): Promise<Locator> {
  const head = page.getByRole('button', { name: heading })
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
  return page
    .locator('.act-section')
    .filter({ has: page.getByRole('button', { name: heading }) })
    .locator('form')
    .first()
}

/** Runs one member in one place through the form, as a hand would. */
async function runs(page: Page, place: string, member: string, argument?: string): Promise<void> {
  const code = await form(page, /^Run code/)
  await code.getByLabel('Where it runs').selectOption({ label: place })
  await code.getByLabel('Member').selectOption({ label: member })
  if (argument !== undefined) await code.locator('input:not([type=checkbox])').first().fill(argument)
  await code.getByRole('button', { name: 'Run' }).click()
}

async function sends(page: Page, what: string, token?: string): Promise<void> {
  const request = await form(page, /^Send a web request/)
  await request.locator('select').first().selectOption({ label: what })
  await request.getByLabel('With a token in $4DSID').selectOption(token ?? '')
  await request.getByRole('button', { name: 'Send' }).click()
}

const acts = (page: Page, who: string): Promise<unknown> =>
  page.getByLabel('Choose who acts').selectOption({ label: who })

async function startsAfresh(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.getByRole('button', { name: 'Start afresh' }).click()
  await show(page, 'Act')
}

const OPENING = 'On Server Open Connection'
const CLIENT = 'Form, object or menu method on the client'

describe('the first screen', () => {
  it('stands at an interesting step and says why', async () => {
    const page = await opened()
    expect(await page.locator('h1').innerText()).toBe('Why may the Web area read People but not Salaries?')
    await says(page, 'Denied')
    expect(await shownStep(page)).toBe('8 / 9')
    await page.locator('.flow-frame svg').first().waitFor()
    expect(await page.locator('.flow-frame svg .last').count()).toBeGreaterThan(0)
  })

  it('needs no scrolling at 1280 by 720, and none sideways at 360', async () => {
    const wide = await opened()
    expect(
      await wide.evaluate(() => [document.documentElement.scrollHeight, document.documentElement.scrollWidth]),
    ).toEqual([720, 1280])
    await context.close()
    const narrow = await opened('', { width: 360, height: 780 })
    for (const pane of ['Picture', 'Reason', 'Time']) {
      await narrow.getByRole('button', { name: pane, exact: true }).click()
      expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
      expect(await narrow.getByRole('button', { name: 'Forward', exact: true }).isVisible()).toBe(true)
    }
  })

  it('draws no text under 12 pixels', async () => {
    const page = await opened()
    await page.locator('.flow-frame svg').first().waitFor()
    const small = await page.evaluate(() => {
      const scale = new DOMMatrix(getComputedStyle(document.querySelector('.scene') as Element).transform).a
      return [...document.querySelectorAll<Element>('body *')].flatMap((it) => {
        const own = [...it.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim())
        const box = it.getBoundingClientRect()
        if (!own || box.width === 0 || it.closest('title, .unseen, .disc')) return []
        const size = parseFloat(getComputedStyle(it).fontSize) * (it.closest('.scene') ? scale : 1)
        return size < 11.7 ? [`${it.textContent} ${size}`] : []
      })
    })
    expect(small).toEqual([])
  })

  it('works from a sub-path', async () => {
    const below = await serveDist('/docs/play/')
    try {
      context = await chromium.newContext()
      const page = await context.newPage()
      page.on('pageerror', (error) => faults.push(error.message))
      await page.goto(below.address)
      await says(page, 'Denied')
      await page.keyboard.press('?')
      await page.getByRole('heading', { name: 'Keys' }).waitFor()
    } finally {
      await below.close()
    }
  })
})

describe('a narrow screen', () => {
  it('comes to the shown step and its ending when their pane is opened', async () => {
    const page = await opened('', { width: 360, height: 780 })
    const inside = (part: string, frame: string): Promise<boolean> =>
      page.evaluate(
        ([inner, outer]) => {
          const [a, b] = [inner, outer].map((it) => document.querySelector(it as string)!.getBoundingClientRect())
          return a!.top >= b!.top - 1 && a!.bottom <= b!.bottom + 1
        },
        [part, frame],
      )
    await page.getByRole('button', { name: 'Time', exact: true }).click()
    await expect.poll(() => inside('.step[aria-current]', '.steps')).toBe(true)
    await page.getByRole('button', { name: 'Reason', exact: true }).click()
    await page.locator('.flow-frame svg .last').waitFor()
    await expect.poll(() => inside('.flow-frame svg .last', '.flow-frame')).toBe(true)
  })
})

describe('the shared session, by hand', () => {
  it('is prepared on the server, opened with a token, and answers under the privilege basic', async () => {
    const page = await opened()
    await startsAfresh(page)
    await page.getByRole('button', { name: 'Connect Ana', exact: true }).click()
    await says(page, 'Connected')
    await runs(page, OPENING, '.clearPrivileges()')
    await runs(page, OPENING, '.setPrivileges(…)', 'basic')
    await runs(page, OPENING, '.createOTP(…)')
    expect(await shownStep(page)).toBe('4 / 4')
    await sends(page, 'Page People', 'otp-1')
    await says(page, /session of the token|token/i)
    await sends(page, 'Read People')
    await says(page, 'Allowed')
    await sends(page, 'Read Salaries')
    await says(page, 'Denied')
    expect(await page.locator('.place-server .row-text').getByText('Licences 1 of 5').count()).toBe(1)
  }, 120_000)

  it('finds Session Null when the client makes the token before 21 R3, and not from 21 R3 on', async () => {
    const page = await opened()
    await startsAfresh(page)
    await page.getByRole('button', { name: 'Connect Ana', exact: true }).click()
    await runs(page, CLIENT, '.createOTP(…)')
    await says(page, 'Null')
    await page.getByLabel('Release').selectOption({ label: '21 R3' })
    expect(await headline(page)).not.toContain('Null')
    expect(await page.locator('.timeline-note').innerText()).toContain('Step 2 comes out differently')
  })

  it('expires a token at ten seconds', async () => {
    const page = await opened()
    await startsAfresh(page)
    await page.getByRole('button', { name: 'Connect Ana', exact: true }).click()
    await runs(page, OPENING, '.createOTP(…)')
    await page.getByRole('button', { name: '+10 s' }).first().click()
    await sends(page, 'Page People', 'otp-1')
    await says(page, 'expired')
  })

  it('greys what cannot be done, with its reason', async () => {
    const page = await opened()
    await startsAfresh(page)
    const leave = page.getByRole('button', { name: 'Disconnect Ana' })
    expect(await leave.getAttribute('aria-disabled')).toBe('true')
    expect(await page.locator('.hindrance').first().innerText()).toMatch(/not a connected client/i)
    await leave.click({ force: true })
    expect(await shownStep(page)).toBe('0 / 0')
  })
})

/** The sentence above the tabs after a request, and what the panel says would change it. */
async function reasons(page: Page): Promise<string> {
  await show(page, 'Why')
  return `${await headline(page)} ${await page.locator('.panel.why').innerText()}`
}

describe('each wrong turn, by hand', () => {
  /** Ana connects; then code in On Server Open Connection, each member with its argument. */
  async function prepared(...members: readonly (readonly [member: string, argument?: string])[]): Promise<Page> {
    const page = await opened()
    await startsAfresh(page)
    await page.getByRole('button', { name: 'Connect Ana', exact: true }).click()
    for (const [member, argument] of members) await runs(page, OPENING, member, argument)
    return page
  }
  const basic = ['.setPrivileges(…)', 'basic'] as const

  it('a token used twice opens nothing the second time', async () => {
    const page = await prepared(basic, ['.createOTP(…)'])
    await sends(page, 'Page People', 'otp-1')
    await says(page, 'the session that created the token')
    await acts(page, "Visitor's browser")
    await sends(page, 'Page People', 'otp-1')
    await says(page, 'already been used')
    expect(await reasons(page)).toContain('Create a new token with createOTP() for each use')
    await show(page, 'Act')
    await sends(page, 'Read People')
    await says(page, 'Denied')
  })

  it('a token opens nothing once the client has left', async () => {
    const page = await prepared(basic, ['.createOTP(…)'])
    await page.getByRole('button', { name: 'Disconnect Ana', exact: true }).click()
    await acts(page, "Visitor's browser")
    await sends(page, 'Page People', 'otp-1')
    await says(page, 'the session that created token otp-1 has closed')
    expect(await reasons(page)).toContain('while the session that created it is alive')
  })

  it('a good token helps nobody before privileges are set', async () => {
    const page = await prepared(['.createOTP(…)'])
    await sends(page, 'Page People', 'otp-1')
    await sends(page, 'Read People')
    await says(page, /Denied: People lists basic/)
    expect(await reasons(page)).toContain('setPrivileges()')
    await show(page, 'Act')
    await runs(page, OPENING, ...basic)
    await sends(page, 'Read People')
    await says(page, 'Allowed')
  })

  it('a good token opens nothing with scalable sessions off', async () => {
    const page = await opened()
    await startsAfresh(page)
    await acts(page, '4D Server')
    await page.getByRole('button', { name: 'Turn off: Scalable sessions' }).click()
    await acts(page, "Ana's Mac")
    await page.getByRole('button', { name: 'Connect Ana', exact: true }).click()
    await runs(page, OPENING, ...basic)
    await runs(page, OPENING, '.createOTP(…)')
    await sends(page, 'Page People', 'otp-1')
    await says(page, 'scalable sessions')
    expect(await reasons(page)).toContain('Enable scalable sessions')
  })

  it('a token wins over the cookie that the browser already has', async () => {
    const page = await prepared(basic)
    await sends(page, 'Page People')
    await says(page, 'Guest')
    await page.getByRole('button', { name: /^Web area cookie → web-1/ }).waitFor()
    await runs(page, OPENING, '.createOTP(…)')
    await sends(page, 'Page People', 'otp-1')
    await says(page, '$4DSID wins over any cookie')
    expect(await reasons(page)).toContain('SES-')
    await page.getByRole('button', { name: /^A? ?Web area cookie → remote-ana/ }).waitFor()
    await show(page, 'Act')
    await sends(page, 'Read People')
    await says(page, 'Allowed')
  })

  it('ten seconds too late, with the keyboard alone', async () => {
    const page = await opened('?fresh')
    const focused = (): Promise<string> =>
      page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      )
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press('Tab')
        if (name.test(await focused())) return
      }
      throw new Error(`Tab never came to ${name}`)
    }
    await page.keyboard.press('g')
    await page.locator('dialog').waitFor()
    await tabTo(/^Start afresh/)
    await page.keyboard.press('Enter')
    await page.locator('dialog').waitFor({ state: 'detached' })
    await tabTo(/^Ana's Mac/)
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Connect Ana', exact: true }).waitFor()
    await page.keyboard.press('c')
    await page.keyboard.press('Enter')
    await says(page, 'Connected')
    // The focus is back at the machine; its menu leads to the form.
    expect(await focused()).toContain("Ana's Mac")
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: /^Run code here/ }).waitFor()
    await page.keyboard.press('r')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
    await page.keyboard.type('On Server Open')
    await page.keyboard.press('Tab')
    await page.keyboard.type('.createOTP')
    await page.keyboard.press('Tab')
    await tabTo(/^Run$/)
    await page.keyboard.press('Enter')
    await says(page, /token/i)
    await page.keyboard.press('w')
    await tabTo(/^Send a web request/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('otp-1')
    await tabTo(/^Send$/)
    await page.keyboard.press('Enter')
    await says(page, 'has expired')
    expect(await page.locator('[aria-live=polite]').innerText()).toMatch(/^Step 4: .*Refused.*expired/)
  })
})

describe('the menu of a place', () => {
  it('offers what can be done there, and says why not', async () => {
    const page = await opened('?fresh')
    await page.getByRole('button', { name: /^Ana's Mac/ }).click()
    const menu = page.getByRole('menu', { name: "Ana's Mac" })
    const connect = menu.getByRole('menuitem', { name: /^Connect Ana/ })
    expect(await connect.getAttribute('aria-disabled')).toBe('true')
    expect(await connect.innerText()).toContain('already connected')
    await connect.click({ force: true })
    expect(await shownStep(page)).toBe('8 / 9')
    await menu.getByRole('menuitem', { name: 'Disconnect Ana' }).click()
    expect(await menu.count()).toBe(0)
    await says(page, /left|disconnected/i)
  })

  it.each(['Enter', 'Shift+F10', 'ContextMenu'])('opens with %s and gives the focus back', async (key) => {
    const page = await opened('?fresh')
    const place = page.getByRole('button', { name: /^4D Server/ })
    await place.focus()
    await page.keyboard.press(key)
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('End')
    expect(await page.locator(':focus').innerText()).toMatch(/^Run code here/)
    await page.keyboard.press('Escape')
    expect(await page.getByRole('menu').count()).toBe(0)
    expect(await place.evaluate((it) => it === document.activeElement)).toBe(true)
  })

  it('opens by right click and by touch, and leads to the request form', async () => {
    const page = await opened('?fresh', { width: 360, height: 780 })
    await page.getByRole('button', { name: /^Visitor's browser/ }).click({ button: 'right' })
    const menu = page.getByRole('menu')
    const box = await menu.boundingBox()
    expect(box!.x).toBeGreaterThanOrEqual(0)
    expect(box!.x + box!.width).toBeLessThanOrEqual(360)
    await menu.getByRole('menuitem', { name: /^Send a request/ }).click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.act-section')?.textContent))
      .toContain("Send a web request: Visitor's browser")
  })

  it('is one stop of the Tab key, walked by arrows', async () => {
    const page = await opened('?fresh')
    expect(await page.locator('.scene [tabindex="0"]').count()).toBe(1)
    await page.getByRole('button', { name: /^Ana's Mac/ }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await page.locator(':focus').getAttribute('aria-label')).toContain("Visitor's browser")
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    expect(await shownStep(page)).toBe('8 / 9')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Zoom in')
  })
})

describe('before and after', () => {
  it('stands in the Session panel, and in what changed', async () => {
    const page = await opened('?fresh')
    await page.keyboard.press('Home')
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
    await show(page, 'Session')
    expect((await page.locator('.changed').innerText()).replace(/\s+/g, ' ')).toContain(
      'Privileges was nothing, now basic',
    )
    for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Forward', exact: true }).click()
    await show(page, 'Why')
    expect((await page.locator('.changed').innerText()).replace(/\s+/g, ' ')).toContain(
      'Token otp-1 was good until 0:10, now used at 0:00',
    )
  })
})

describe('what a release lacks', () => {
  it('is offered with the release that brings it, and running it says so', async () => {
    const page = await opened('?fresh')
    await startsAfresh(page)
    await page.getByLabel('Release').selectOption({ label: '20 R5' })
    await page.getByRole('button', { name: 'Connect Ana', exact: true }).click()
    await runs(page, OPENING, '.promote(…) · from 20 R10', 'basic')
    expect(await headline(page)).toBe('Error: 4D 20 R5 does not have promote().')
    await runs(page, 'Singleton function declared server · from 21 R3', 'Session')
    await says(page, 'Not run: 4D 20 R5 does not have this place')
  })
})

describe('Run and Send', () => {
  it('say why they cannot be used', async () => {
    const page = await opened('?fresh')
    await startsAfresh(page)
    const run = page.getByRole('button', { name: 'Run', exact: true })
    expect(await run.getAttribute('aria-disabled')).toBe('true')
    expect(await page.locator('.act-section').first().innerText()).toContain(
      "Ana's Mac is not running or not connected",
    )
    await run.click({ force: true })
    expect(await shownStep(page)).toBe('0 / 0')
    await acts(page, '4D Server')
    await page.getByRole('button', { name: 'Stop the web server' }).click()
    await acts(page, "Visitor's browser")
    const send = page.getByRole('button', { name: 'Send', exact: true })
    expect(await send.getAttribute('aria-disabled')).toBe('true')
    expect(await page.locator('.act-section').innerText()).toContain('the web server web is stopped')
  })
})

describe('action_Session, by hand', () => {
  it('answers three texts', async () => {
    const page = await opened()
    await startsAfresh(page)
    await acts(page, "Visitor's browser")
    const answer = async (): Promise<string> => {
      await show(page, 'Why')
      const text = await page.locator('pre.reply').innerText()
      await show(page, 'Act')
      return text
    }
    await sends(page, 'Method action_Session')
    expect(await answer()).toContain('you may not create invoices')
    await sends(page, 'Method loginAccountant')
    await sends(page, 'Method action_Session')
    expect(await answer()).toContain('You may create invoices.')
    await acts(page, '4D Server')
    await page.getByRole('button', { name: 'Turn off: Scalable sessions' }).click()
    await acts(page, "Visitor's browser")
    await sends(page, 'Method action_Session')
    expect(await answer()).toContain('Session is Null')
  }, 120_000)
})

describe('the wrong turns of the gallery', () => {
  it.each([
    ['made on the client', 'Null'],
    ['opened twice', 'used'],
    ['ten seconds too late', 'expired'],
    ['the client has left', 'session'],
    ['privileges come too late', 'Denied'],
    ['scalable sessions are off', 'scalable sessions'],
  ])('%s: the verdict speaks of %s', async (title, word) => {
    const page = await opened()
    await story(page, title)
    expect((await headline(page)).toLowerCase()).toContain(word.toLowerCase())
    expect(await page.locator('.cure').innerText()).toMatch(/what would change it/i)
  })
})

describe('time', () => {
  it('goes back as easily as forward, by keys', async () => {
    const page = await opened()
    await page.keyboard.press('ArrowLeft')
    expect(await shownStep(page)).toBe('7 / 9')
    await says(page, 'Allowed')
    await page.keyboard.press('Home')
    expect(await shownStep(page)).toBe('0 / 9')
    await page.keyboard.press('End')
    expect(await shownStep(page)).toBe('9 / 9')
  })

  it('keeps the old future when one acts in the past, and undoes it', async () => {
    const page = await opened()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('w')
    expect(await shownStep(page)).toBe('8 / 8')
    await page.getByLabel('Branches').selectOption({ index: 0 })
    expect(await shownStep(page)).toBe('8 / 9')
    await page.keyboard.press('Control+z')
    expect(await page.getByLabel('Branches').count()).toBe(0)
    expect(await shownStep(page)).toBe('7 / 9')
    await page.keyboard.press('Control+Shift+z')
    expect(await page.getByLabel('Branches').count()).toBe(1)
  })

  it('repaints the same drawing when only the walk differs', async () => {
    const page = await opened()
    const picture = page.locator('.flow-frame svg').first()
    await picture.waitFor()
    await picture.evaluate((it) => it.setAttribute('data-seen', 'before'))
    await page.keyboard.press('ArrowLeft')
    await page.locator('.headline-sentence').filter({ hasText: 'Allowed' }).waitFor()
    await page.locator('.flow-frame svg .last').filter({ hasText: 'Allowed' }).waitFor()
    expect(await picture.getAttribute('data-seen')).toBe('before')
  })

  it('announces every step', async () => {
    const page = await opened()
    await page.keyboard.press('ArrowLeft')
    await page
      .locator('[aria-live=polite]')
      .filter({ hasText: /^Step 7: .*Allowed/ })
      .waitFor()
  })
})

describe('work', () => {
  it('survives a reload, and a second tab does not disturb it', async () => {
    const page = await opened()
    await story(page, 'opened twice')
    await page.keyboard.press('End')
    await page.keyboard.press('w')
    const before = await shownStep(page)
    const other = await visit('?fresh')
    await other.keyboard.press('ArrowLeft')
    await other.waitForTimeout(600)
    await page.reload()
    await headline(page)
    expect(await page.locator('h1').innerText()).toBe('Why does the second window see a guest?')
    expect(await shownStep(page)).toBe(before)
  })

  it('travels in a link, and Undo brings back what was there', async () => {
    const page = await opened()
    await story(page, 'the client has left')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('s')
    const link = await page.locator('textarea.link').inputValue()
    await page.keyboard.press('Escape')
    const other = await visit(`?fresh${new URL(link).hash}`)
    expect(await other.locator('h1').innerText()).toBe('Why does a fresh token open nothing once Ana has gone?')
    expect(await shownStep(other)).toBe(await shownStep(page))
    await other.getByRole('button', { name: 'Undo' }).first().click()
    expect(await other.locator('h1').innerText()).toBe('Why may the Web area read People but not Salaries?')
  })

  it.each(['#s1.AAAA', '#s9.later', '#nonsense', '#%E0%A4%A'])(
    'refuses the damaged link %s and loses nothing',
    async (hash) => {
      const page = await opened(`?fresh${hash}`)
      expect(await page.getByRole('alert').innerText()).toMatch(/\w+/)
      expect(await page.locator('h1').innerText()).toBe('Why may the Web area read People but not Salaries?')
      expect(await shownStep(page)).toBe('8 / 9')
    },
  )

  it('refuses a broken file with line and column, and opens a good one', async () => {
    const page = await opened()
    await page.getByRole('button', { name: 'File' }).click()
    const box = page.getByLabel('Or paste its text here')
    await box.fill('{\n  "format": "session-playground/1",\n  oops\n}')
    await page.getByRole('button', { name: 'Open the text' }).click()
    expect(await page.getByRole('alert').first().innerText()).toMatch(/line 3.*column 3/i)
    expect(await shownStep(page)).toBe('8 / 9')
    const file = await readFile(new URL('./once.json', import.meta.url), 'utf8')
    await box.fill(file)
    await page.getByRole('button', { name: 'Open the text' }).click()
    expect(await page.locator('.notice').innerText()).toContain('3 expectations hold')
    expect(await shownStep(page)).toBe('4 / 4')
  })

  it('tells the story again under another setting', async () => {
    const page = await opened()
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('checkbox', { name: 'Scalable sessions' }).uncheck()
    await page.keyboard.press('Escape')
    expect(await page.locator('.timeline-note').innerText()).toMatch(/Step 6 comes out differently/)
    await page.keyboard.press('Control+z')
    await says(page, 'Denied')
  })
})

describe('everybody', () => {
  const AXE = new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)

  async function violations(page: Page): Promise<readonly string[]> {
    await page.evaluate(await readFile(AXE, 'utf8'))
    return page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> }
      }
      const { violations } = await axe.run()
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ target }) => target.join(' '))
            .slice(0, 4)
            .join(' | ')}`,
      )
    })
  }

  it.each([{ dark: false }, { dark: true }])(
    'is served without an accessibility violation, dark: $dark',
    async (looks) => {
      const page = await opened('', looks)
      await page.locator('.flow-frame svg').first().waitFor()
      for (const tab of ['Why', 'Act', 'Session', 'Sequence', 'Rules']) {
        await show(page, tab)
        await page.waitForTimeout(400)
        expect({ tab, found: await violations(page) }).toEqual({ tab, found: [] })
      }
      for (const [key, heading] of [
        ['g', 'Stories to open'],
        ['?', 'Keys'],
        ['s', 'Share this moment'],
      ] as const) {
        await page.locator('.count').click()
        await page.keyboard.press(key)
        await page.getByRole('heading', { name: heading }).waitFor()
        expect({ heading, found: await violations(page) }).toEqual({ heading, found: [] })
        await page.keyboard.press('Escape')
      }
      await page.getByRole('button', { name: /^Ana's Mac/ }).click()
      await page.getByRole('menu').waitFor()
      expect(await violations(page)).toEqual([])
    },
    180_000,
  )

  it('reaches everything by keyboard: a machine, its actions, a verdict', async () => {
    const page = await opened('?fresh')
    await story(page, 'Single-user 4D shares its session')
    await page.keyboard.press('Home')
    await page.locator('.place-standalone .place-head').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Start single-user 4D' }).waitFor()
    await page.keyboard.press('Enter')
    expect(await shownStep(page)).toBe('1 / 6')
    await says(page, /started/i)
  })

  it('stays fluent with a thousand clients', async () => {
    const page = await opened()
    await story(page, 'A thousand clients')
    expect(await shownStep(page)).toBe('1004 / 1004')
    expect(await page.locator('.crowd rect').count()).toBe(1000)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowRight')
    await says(page, 'Allowed')
  })
})

describe('anything else', () => {
  it('can be done by a form made of the command itself, and says what does not fit', async () => {
    const page = await opened()
    await page.getByRole('tab', { name: 'Act' }).click()
    await page.getByRole('button', { name: 'Anything else' }).click()
    await page.getByLabel('What happens').selectOption('changeSetting')
    await page.getByRole('combobox', { name: /^Setting/ }).selectOption('licences')
    await page.getByLabel('Value, as JSON').fill('2')
    await page.getByRole('button', { name: 'Do it' }).click()
    await page.locator('.step[aria-current]').filter({ hasText: ': 2' }).waitFor()
    await page.getByLabel('What happens').selectOption('openDatastore')
    await page.getByRole('textbox', { name: 'localID' }).fill('sales')
    await page.getByLabel('Idle timeout in minutes').fill('soon')
    await page.getByText('“soon” does not fit').waitFor()
    expect(await shownStep(page)).toBe('9 / 9')
    await page.getByLabel('What happens').selectOption('startProcess')
    await page.getByRole('button', { name: 'Do it' }).click()
    await page.locator('.step[aria-current]').filter({ hasText: 'process' }).waitFor()
  })
})
