import { describe, expect, it } from 'vitest'
import { knowledgeOf, readModel } from '../../src/roles/model'

const structure = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE base SYSTEM "http://www.4d.com/dtd/2007/base.dtd">
<base name="Shop" uuid="A" collation_locale="en">
 <schema name="DEFAULT_SCHEMA"/>
 <table name="Company" uuid="B" id="1"><field name="ID" uuid="C" type="4" unique="true" id="1"/>
  <field name="R&amp;D" uuid="D" type="10" id="2"><field_extra multi_line="false"/></field>
  <primary_key field_name="ID" field_uuid="C"/></table>
 <table name="Employee" uuid="E" id="2"><field name="companyID" uuid="F" type="4" id="1"/></table>
 <relation uuid="G" name_Nto1="company" name_1toN="employees" state="1">
  <related_field kind="source"><field_ref uuid="F" name="companyID"><table_ref uuid="E" name="Employee"/></field_ref></related_field>
  <related_field kind="destination"><field_ref uuid="C" name="ID"><table_ref uuid="B" name="Company"/></field_ref></related_field>
 </relation>
</base>`

const catalog = {
  dataClasses: [
    {
      name: 'Company',
      attributes: [
        { name: 'ID', kind: 'storage' },
        { name: 'employees', kind: 'relatedEntities' },
        { name: 'boss', kind: 'alias' },
        { name: 'age', kind: 'calculated' },
      ],
      methods: [
        { name: 'close', applyTo: 'entity', exposed: true },
        { name: 'close', applyTo: 'entityCollection' },
      ],
    },
    { name: 'Employee', uri: '/rest/$catalog/Employee' },
  ],
  methods: [{ name: 'authentify', applyTo: 'dataStore' }],
  singletons: [{ name: 'Till', methods: [{ name: 'reset' }] }],
}

describe('a data model', () => {
  it('is read from the structure of a project, whose classes stay unknown', () => {
    const model = readModel(`\uFEFF${structure}`)!
    expect(model).toEqual({
      complete: false,
      dataclasses: [
        {
          name: 'Company',
          attributes: [
            { name: 'ID', kind: 'storage' },
            { name: 'R&D', kind: 'storage' },
            { name: 'employees', kind: 'relation' },
          ],
        },
        {
          name: 'Employee',
          attributes: [
            { name: 'companyID', kind: 'storage' },
            { name: 'company', kind: 'relation' },
          ],
        },
      ],
    })
    const { knows } = knowledgeOf(model)
    expect(knows({ type: 'attribute', applyTo: 'company.EMPLOYEES' })).toBe('yes')
    expect(knows({ type: 'attribute', applyTo: 'Company.fullName' })).toBe('perhaps')
    expect(knows({ type: 'attribute', applyTo: 'Firm.ID' })).toBe('no')
    expect(knows({ type: 'method', applyTo: 'Company.close' })).toBe('perhaps')
    expect(knows({ type: 'singleton', applyTo: 'Till' })).toBe('perhaps')
  })

  it('is read from an answer of /rest/$catalog, where a part may be missing', () => {
    const { knows, owners, kind } = knowledgeOf(readModel(JSON.stringify(catalog))!)
    expect(owners({ type: 'method', applyTo: 'Company.CLOSE' })).toEqual(['entity', 'selection'])
    expect(kind({ type: 'attribute', applyTo: 'company.boss' })).toBe('alias')
    expect(kind({ type: 'attribute', applyTo: 'company.age' })).toBe('computed')
    expect(kind({ type: 'attribute', applyTo: 'company.employees' })).toBe('relation')
    expect(knows({ type: 'attribute', applyTo: 'Company.x' })).toBe('no')
    expect(knows({ type: 'attribute', applyTo: 'Employee.x' })).toBe('perhaps')
    expect(knows({ type: 'method', applyTo: 'ds.authentify' })).toBe('yes')
    expect(knows({ type: 'method', applyTo: 'ds.other' })).toBe('no')
    expect(knows({ type: 'singletonMethod', applyTo: 'Till.reset' })).toBe('yes')
    expect(knows({ type: 'singletonMethod', applyTo: 'Shop.reset' })).toBe('no')
  })

  it('is read as somebody types it', () => {
    const typed = {
      dataclasses: [
        'Order',
        { name: 'Item', attributes: ['price', { name: 'tax', kind: 'computed' }], functions: ['pay'] },
      ],
    }
    const { knows, kind } = knowledgeOf(readModel(JSON.stringify(typed))!)
    expect(knows({ type: 'dataclass', applyTo: 'order' })).toBe('yes')
    expect(knows({ type: 'attribute', applyTo: 'Order.x' })).toBe('perhaps')
    expect(knows({ type: 'attribute', applyTo: 'Item.prise' })).toBe('no')
    expect(knows({ type: 'method', applyTo: 'Item.pay' })).toBe('yes')
    expect(kind({ type: 'attribute', applyTo: 'Item.tax' })).toBe('computed')
  })

  it.each(['', '{', '[]', '{}', '<html></html>', '{ "dataclasses": 7 }', '7'])('is not %j', (text) => {
    expect(readModel(text)).toBeUndefined()
  })

  it('is read in moments from a long text without sense', () => {
    const start = performance.now()
    readModel(`<base>${'<table name="'.repeat(200_000)}`)
    readModel(`<base ${'a="b" '.repeat(300_000)}`)
    expect(performance.now() - start).toBeLessThan(3_000)
  })
})
