// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Verdict } from '../../../src/decision/decision'
import { decisionNamed } from '../../../src/engine/decisions'
import { FlowPicture } from '../../../src/view/flow/FlowPicture'
import { ticket, walks } from '../../diagram/walks'
import { svgLike } from './drawn'

// jsdom has no text metrics, so Mermaid cannot draw here: what it drew in a browser stands in for it.
const asked = vi.hoisted(() => ({ texts: [] as string[], answer: (_: string): Promise<string> => Promise.resolve('') }))
vi.mock('../../../src/view/flow/draw', () => ({
  draw: (text: string) => {
    asked.texts.push(text)
    return asked.answer(text)
  },
}))

const decision = ticket
const texts = { title: 'Does it open?', nodes: { known: 'Is {token} known?', used: 'Used up.' } }
const walkTo = (ending: string): Verdict => walks(decision, { token: 'otp-1' }).find((it) => it.ending === ending)!

let root: Root
let page: HTMLElement

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  asked.texts = []
  asked.answer = () => Promise.resolve(svgLike(decision, { known: 'Is {token}' }))
  Element.prototype.scrollBy = () => undefined
  page = document.body.appendChild(document.createElement('div'))
  root = createRoot(page)
})
afterEach(() => {
  act(() => root.unmount())
  page.remove()
  vi.unstubAllGlobals()
})

const show = (verdict?: Verdict, more: Partial<Parameters<typeof FlowPicture>[0]> = {}): Promise<void> =>
  act(async () =>
    root.render(
      <FlowPicture {...{ decision, verdict, texts }} yes="yes" no="no" fallback={<p>in words</p>} {...more} />,
    ),
  )

const node = (name: string): Element => page.querySelector(`.n-${name}`)!

describe('the picture of a flow', () => {
  it('shows the sentences until it is drawn', async () => {
    let arrive = (_: string): void => undefined
    asked.answer = () => new Promise((done) => (arrive = done))
    await show(walkTo('used'))
    expect(page.textContent).toBe('in words')
    await act(async () => arrive(svgLike(decision)))
    expect(page.querySelector('[role="group"]')?.getAttribute('aria-label')).toBe('Does it open?')
  })

  it('keeps the sentences when it cannot be drawn', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    asked.answer = () => Promise.reject(new Error('no'))
    await show(walkTo('used'))
    expect(page.textContent).toBe('in words')
    quiet.mockRestore()
  })

  it('asks for nothing before there are words', async () => {
    await show(walkTo('used'), { texts: { title: '', nodes: {} } })
    expect(asked.texts).toEqual([])
  })

  it('is drawn once, however the walks differ', async () => {
    await show(walkTo('used'))
    const picture = page.querySelector('svg')
    await show(walkTo('restored'))
    expect(page.querySelector('svg')).toBe(picture)
    expect(new Set(asked.texts).size).toBe(1)
    expect(node('restored').classList.contains('last')).toBe(true)
    expect(node('used').classList.contains('last')).toBe(false)
  })

  it('drops an answer that comes too late', async () => {
    const other = decisionNamed('readToo') // any other table
    const waiting: ((svg: string) => void)[] = []
    asked.answer = () => new Promise((done) => waiting.push(done))
    await show(walkTo('used'))
    await show(undefined, { decision: other, texts: { title: 'other', nodes: { [other.start]: 'First?' } } })
    await vi.waitFor(() => expect(waiting).toHaveLength(2))
    await act(async () => waiting[1]!(svgLike(other)))
    await act(async () => waiting[0]!(svgLike(decision)))
    expect(page.querySelector('.n-readable')).not.toBeNull()
    expect(page.querySelector('.n-known')).toBeNull()
  })

  it('tells every node with its facts and what the walk made of it', async () => {
    await show(walkTo('used'), { selected: 'used' })
    expect(node('known').getAttribute('aria-label')).toBe('Is otp-1 known? (passed)')
    expect(node('used').getAttribute('aria-label')).toBe('Used up. (reached)')
    expect(node('expired').getAttribute('aria-label')).toBe('expired (not passed)')
    expect(node('used').getAttribute('aria-pressed')).toBe('true')
  })

  it('points at a node by mouse, Enter and space', async () => {
    const pointed: string[] = []
    await show(walkTo('used'), { onNode: (name) => pointed.push(name) })
    node('known').dispatchEvent(new MouseEvent('click', { bubbles: true }))
    node('used').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    node('unused').dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }))
    node('unused').dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }))
    expect(pointed).toEqual(['known', 'used', 'unused'])
  })
})
