import { describe, expect, it } from 'vitest'
import { between, has, readRelease, RELEASES, spelled, type Feature } from '../../../src/engine/releases/releases'

describe('a release', () => {
  it.each([
    ['20R10', '20R10'],
    ['20 R10', '20R10'],
    ['20-r10', '20R10'],
    ['21', '21'],
    [' 21 ', '21'],
    ['21 R5', undefined],
    ['20', '20'],
    ['18 R6', '18R6'],
    ['20 R5 (pre-release text)', '20R5-pre'],
    ['20r5-pre', '20R5-pre'],
    ['18', undefined],
    ['20 R1', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('written %j is %s', (text, release) => {
    expect(readRelease(text)).toBe(release)
  })

  it('is read back from the way it is spelled', () => {
    expect(RELEASES.map((it) => readRelease(spelled(it)))).toEqual([...RELEASES])
  })

  it('lies between two others, both included', () => {
    expect(RELEASES.filter((it) => between(it, '20R8', '20R10'))).toEqual(['20R8', '20R9', '20R10'])
    expect(RELEASES.filter((it) => between(it, '21R4'))).toEqual(['21R4'])
  })
})

describe('a feature', () => {
  // Section 0 of the sessions reference.
  it.each<[Feature, string]>([
    ['sameSite', '19'],
    ['permissions', '19R8'],
    ['desktopServer', '20R5'],
    ['forceLogin', '20R5'],
    ['getPrivileges', '20R6'],
    ['clearAnswersTrue', '20R7'],
    ['standalone', '20R8'],
    ['httpHandlers', '20R8'],
    ['otpWeb', '20R9'],
    ['promote', '20R10'],
    ['desktopPrivileges', '21'],
    ['otpDesktop', '21'],
    ['guestByCall', '21'],
    ['webInfo', '21'],
    ['clientSession', '21R3'],
    ['otpDesktopLifespan', '21R3'],
    ['quotas', '21R4'],
    ['restAlwaysHasSession', '21R4'],
  ])('%s comes with %s', (feature, release) => {
    expect(RELEASES.find((it) => has(it, feature))).toBe(release)
    expect(has('21R4', feature)).toBe(true)
  })

  it.each<[Feature, readonly string[]]>([
    ['clearKeepsNonGuest', ['20R8', '20R9', '20R10']],
    ['preRelease', ['20R5-pre']],
    ['lifespanFloor', ['20R9']],
  ])('%s is there in %j only', (feature, releases) => {
    expect(RELEASES.filter((it) => has(it, feature))).toEqual(releases)
  })
})
