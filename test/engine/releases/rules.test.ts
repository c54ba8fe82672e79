import { describe, expect, it } from 'vitest'
import { addressOf, PAGES } from '../../../src/engine/releases/pages'
import { RELEASES, type Release } from '../../../src/engine/releases/releases'
import { holdsFor, noteOf, type RuleNote, RULES } from '../../../src/engine/releases/rules'

const notes = Object.entries<RuleNote>(RULES)
const at = (release: Release) => RELEASES.indexOf(release)
const idsWhere = (wrong: (note: RuleNote, id: string) => boolean) =>
  notes.filter(([id, note]) => wrong(note, id)).map(([id]) => id)

describe('the catalogue of rules', () => {
  it('names every rule SES-nnn, PRIV-nnn or PLAY-nnn', () => {
    expect(idsWhere((_, id) => !/^(SES|PRIV|PLAY)-\d{3}$/.test(id))).toEqual([])
  })

  it('keeps the order of the references: sessions, privileges, playground', () => {
    const family = (id: string) => ['SES', 'PRIV', 'PLAY'].indexOf(id.split('-')[0]!)
    const ids = notes.map(([id]) => id)
    expect(ids).toEqual([...ids].sort((a, b) => family(a) - family(b) || a.localeCompare(b)))
  })

  it('holds from a release to the same or a later one', () => {
    expect(idsWhere(({ from, to }) => from !== undefined && to !== undefined && at(from) > at(to))).toEqual([])
  })

  it('points to pages that exist', () => {
    expect(idsWhere(({ page }) => !(page in PAGES))).toEqual([])
  })

  it('names a contradiction for every contradicted rule', () => {
    expect(idsWhere(({ status, contradictions }) => status === 'contradicted' && !contradictions?.length)).toEqual([])
  })

  it('spells contradictions and questions as the references do', () => {
    const all = (pick: (note: RuleNote) => readonly string[] | undefined) =>
      notes.flatMap(([, note]) => pick(note) ?? [])
    expect(all((note) => note.contradictions).filter((it) => !/^(P-)?C-\d\d$/.test(it))).toEqual([])
    expect(all((note) => note.questions).filter((it) => !/^[QA]-\d\d$/.test(it))).toEqual([])
  })

  it('is found by id, and only by an id it has', () => {
    expect(noteOf('SES-049')).toBe(RULES['SES-049'])
    expect(noteOf('SES-999')).toBeUndefined()
    expect(noteOf('toString')).toBeUndefined()
  })
})

describe('holdsFor', () => {
  const spans = (id: keyof typeof RULES) => RELEASES.filter((release) => holdsFor(RULES[id], release))

  it.each([
    ['SES-050', RELEASES.slice(at('20R9'))],
    ['SES-003', RELEASES.slice(at('20R5'), at('21R2') + 1)],
    ['PLAY-020', RELEASES.slice(0, at('20R5'))],
    ['SES-047', ['21', '21R2']],
    ['SES-049', ['20R9']],
    ['SES-081', [...RELEASES]],
  ] as const)('%s holds for %j', (id, releases) => expect(spans(id)).toEqual(releases))
})

describe('addressOf', () => {
  it.each([
    ['sessionClass', '20R10', 'https://developer.4d.com/docs/20-R10/API/SessionClass'],
    ['webSessions', '21', 'https://developer.4d.com/docs/21/WebServer/sessions'],
    ['desktopSessions', '21R3', 'https://developer.4d.com/docs/21-R3/Desktop/desktop-sessions'],
    ['desktopSessions', '20R5', 'https://developer.4d.com/docs/21/Desktop/desktop-sessions'],
    ['qodlyForceLogin', '20R5', 'https://developer.4d.com/qodly/4DQodlyPro/force-login'],
    ['sessionClass', '18R6', 'https://developer.4d.com/docs/19/API/SessionClass'],
    ['sessionClass', '20R5-pre', 'https://developer.4d.com/docs/20-R5/API/SessionClass'],
    ['privileges', '19', 'https://developer.4d.com/docs/19-R8/ORDA/privileges'],
    ['playground', '21R4', './'],
  ] as const)('%s in %s', (page, release, address) => expect(addressOf(page, release)).toBe(address))

  it('never leaves the site relative, except for the playground itself', () => {
    const ids = Object.keys(PAGES) as (keyof typeof PAGES)[]
    const odd = ids.filter((page) => RELEASES.some((release) => !/^https:\/\/\S+$/.test(addressOf(page, release))))
    expect(odd).toEqual(['playground'])
  })
})
