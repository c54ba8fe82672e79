import { describe, expect, it } from 'vitest'
import { RULES, type RuleId } from '../../../src/engine/releases/rules'
import { proofsIn } from '../../../src/evidence/evidence'
import { isSimulated, RULE_IDS } from '../../../src/evidence/simulated'
import { readAddress, writeAddress } from '../../../src/share/address'
import { askingFor, EVERYTHING, isWanted, wantedBy, type Wanted } from '../../../src/view/pages/rules/wanted'
import { reasons } from '../../../src/words/en.reasons'

const sentence = (rule: RuleId): string => reasons.rules[rule]
const { kinds } = proofsIn('21')
const found = (wanted: Partial<Wanted>, release: '20R8' | '21' = '21') =>
  RULE_IDS.filter((it) => isWanted(it, { ...EVERYTHING, ...wanted }, { release, kinds, sentence }))

describe('the rules a reader wants to see', () => {
  it('are all of them at first', () => {
    expect(found({})).toEqual(RULE_IDS)
  })

  it('are found by id and by words in any order', () => {
    expect(found({ words: 'ses-045' })).toEqual(['SES-045'])
    expect(found({ words: 'default 10 lives' })).toContain('SES-045')
    expect(found({ words: 'zebra' })).toEqual([])
  })

  it('are those of the release', () => {
    expect(found({ here: true, words: 'SES-045' }, '20R8')).toEqual([])
    expect(found({ here: true, words: 'SES-045' })).toEqual(['SES-045'])
  })

  it('are those of a status', () => {
    const assumed = found({ status: 'assumed' })
    expect(assumed.length).toBeGreaterThan(5)
    expect(assumed.every((it) => RULES[it].status === 'assumed')).toBe(true)
  })

  it('are simulated or not', () => {
    expect(found({ simulated: true })).toEqual(RULE_IDS.filter(isSimulated))
    expect(found({ simulated: false })).toEqual(RULE_IDS.filter((it) => !isSimulated(it)))
  })

  it('are those walked for a kind of session; all, until the stories were played', () => {
    expect(found({ kind: 'standalone' })).toContain('SES-015')
    expect(found({ kind: 'standalone' })).not.toContain('SES-012')
    expect(found({ kind: 'storedProcedure' })).toContain('SES-012')
    const wanted: Wanted = { ...EVERYTHING, kind: 'standalone' }
    expect(RULE_IDS.filter((it) => isWanted(it, wanted, { release: '21', kinds: undefined, sentence }))).toEqual(
      RULE_IDS,
    )
  })
})

describe('what is wanted', () => {
  it.each<Wanted>([
    EVERYTHING,
    { words: 'a token & more', here: true, kind: 'rest', status: 'contradicted', simulated: false },
    { words: '', here: false, kind: 'storedProcedure', status: null, simulated: true },
  ])('is the same after a way through the address: %o', (wanted) => {
    const written = writeAddress({ page: 'rules', item: 'SES-045', release: '20R8', with: askingFor(wanted) })
    expect(wantedBy(readAddress(written)!)).toEqual(wanted)
  })

  it('is everything when the address makes no sense', () => {
    expect(wantedBy(readAddress('#/rules?kind=__proto__&status=x&simulated=maybe&holds=there')!)).toEqual(EVERYTHING)
  })
})
