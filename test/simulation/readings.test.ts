import { describe, expect, it } from 'vitest'
import { readingsIn } from '../../src/simulation/readings'
import { tell } from '../../src/simulation/story'
import { connects, opens, page } from '../support/commands'
import { worldIn } from '../support/told'

describe('the readings that a story rests on', () => {
  it('are those its walks pass', () => {
    const story = tell(worldIn({ release: '21' }), [connects(), opens('createOTP'), page('otp-1')])
    expect([...readingsIn(story)].sort()).toEqual(['C-11', 'C-12', 'Q-01', 'Q-08', 'Q-21'])
  })

  it('are none where nothing is in question', () => {
    expect([...readingsIn(tell(worldIn(), [connects()]))]).toEqual([])
  })
})
