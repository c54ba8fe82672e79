import { describe, expect, it } from 'vitest'
import { area, stair, ticks } from '../../../src/view/pages/licences/curves'

const scale = { x: (i: number) => i * 10, y: (value: number) => 100 - value }

describe('a stair', () => {
  it('has a corner only where the value changes', () => {
    expect(stair([1, 1, 3, 3, 3, 0], scale)).toBe('M0 99H20V97H50V100H60')
    expect(stair([], scale)).toBe('')
  })

  it('closes down to the stair below it', () => {
    expect(area([5, 5, 5], [0, 2, 2], scale)).toBe('M0 95H30V98H10V100H0Z')
  })
})

describe('the numbers beside a curve', () => {
  it.each([
    { most: 0, steps: [0] },
    { most: 1, steps: [0, 1] },
    { most: 3, steps: [0, 1, 2, 3] },
    { most: 25, steps: [0, 10, 20, 30] },
    { most: 900, steps: [0, 500, 1000] },
  ])('are whole and reach $most', ({ most, steps }) => {
    expect(ticks(most)).toEqual(steps)
  })
})
