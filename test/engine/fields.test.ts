import { describe, expect, it } from 'vitest'
import { COMMAND_TYPES } from '../../src/engine/command'
import { fieldsOf } from '../../src/engine/fields'
import { reasons } from '../../src/words/en.reasons'

describe.each(COMMAND_TYPES)('the fields of %s', (type) => {
  it('and the command itself have names a person reads', () => {
    const { kinds, fields } = reasons.panels.act.any
    expect(kinds).toHaveProperty(type)
    expect(fieldsOf(type).filter(([name]) => !Object.hasOwn(fields, name))).toEqual([])
  })

  it('offer at least one thing to choose from', () => {
    const empty = fieldsOf(type).filter(([, it]) => it.of === 'choice' && it.among.length === 0)
    expect(empty).toEqual([])
  })
})
