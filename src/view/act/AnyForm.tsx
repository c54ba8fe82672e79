import { useState, type FormEvent } from 'react'
import { COMMAND_TYPES, type Command } from '../../engine/command'
import { fieldsOf, type FieldNote } from '../../engine/fields'
import { isRecord, readJson, type Json } from '../../engine/json'
import type { World } from '../../engine/world'
import { checkCommand } from '../../share/checkCommand'
import { shownWorld } from '../../store/playground'
import { fill } from '../../words/fill'
import { textOf, type Words } from '../../words/words'
import { useActions, usePlayground, useWords } from '../context'
import { reasonAgainst } from './actions'
import { Submit } from './Submit'

/** Those with a form of their own above. */
const ELSEWHERE: readonly Command['type'][] = ['runCall', 'sendRequest', 'wait']
const OFFERED = COMMAND_TYPES.filter((it) => !ELSEWHERE.includes(it))

const isType = (text: string): text is Command['type'] => OFFERED.some((it) => it === text)

/** Every command there is, with a field for each thing it takes: what has no button yet can be done all the same. */
export function AnyForm({ machine }: { readonly machine: string }) {
  const words = useWords()
  const world = usePlayground(shownWorld)
  const { act } = useActions()
  const [type, setType] = useState<Command['type']>('startProcess')
  const [filled, setFilled] = useState<Readonly<Record<string, string>>>({})
  const text = words.panels.act.any
  const fields = fieldsOf(type)
  const given = (name: string, field: FieldNote): string => filled[name] ?? firstOf(world, field, machine)
  const read = commandOf(
    type,
    fields.map(([name, field]) => [name, field, given(name, field)]),
    words,
  )
  const hindrance = 'problem' in read ? read.problem : reasonAgainst(world, read.command, words)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if ('command' in read && hindrance === null) act(read.command)
  }
  return (
    <form className="act-form" onSubmit={submit}>
      <label className="field whole">
        <span>{text.command}</span>
        <select
          value={type}
          onChange={(event) => {
            if (!isType(event.target.value)) return
            setType(event.target.value)
            setFilled({})
          }}
        >
          {OFFERED.map((it) => (
            <option key={it} value={it}>
              {text.kinds[it]}
            </option>
          ))}
        </select>
      </label>
      {fields.map(([name, field]) => (
        <Asked
          key={`${type} ${name}`}
          label={fill(field.optional ? text.optional : '{name}', { name: textOf(text.fields, name) })}
          field={field}
          options={optionsOf(world, field)}
          value={given(name, field)}
          onChange={(value) => setFilled({ ...filled, [name]: value })}
        />
      ))}
      <Submit label={text.give} hindrance={hindrance} />
    </form>
  )
}

interface AskedProps {
  readonly label: string
  readonly field: FieldNote
  readonly options: readonly string[] | null
  readonly value: string
  readonly onChange: (value: string) => void
}

function Asked({ label, field, options, value, onChange }: AskedProps) {
  if (field.of === 'flag') {
    return (
      <label className="check">
        <input
          type="checkbox"
          checked={value === 'true'}
          onChange={(event) => onChange(event.target.checked ? 'true' : '')}
        />
        <span>{label}</span>
      </label>
    )
  }
  return (
    <label className="field">
      <span>{label}</span>
      {options ? (
        <select value={value} onChange={(event) => onChange(event.target.value)}>
          {field.optional && <option value="" />}
          {options.map((it) => (
            <option key={it}>{it}</option>
          ))}
        </select>
      ) : (
        <input
          value={value}
          maxLength={4000}
          inputMode={field.of === 'number' ? 'numeric' : 'text'}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </label>
  )
}

/** What there is to choose from in this world; null where one writes. */
function optionsOf(world: World, field: FieldNote): readonly string[] | null {
  switch (field.of) {
    case 'machine':
      return world.machines
        .values()
        .filter(({ kind }) => field.kinds?.includes(kind) ?? true)
        .map(({ name }) => name)
    case 'webServer':
      return world.webServers.keys()
    case 'browser':
      return world.browsers.keys()
    case 'process':
      return world.processes.values().map(({ name }) => name.slice(name.indexOf('.') + 1))
    case 'session':
      return world.sessions.keys()
    case 'method':
      return world.methods.keys()
    case 'token':
      return world.tokens.keys()
    case 'choice':
      return field.among
    default:
      return null
  }
}

/** The machine that is selected where one is asked for, else the first there is; nothing where nothing must be. */
function firstOf(world: World, field: FieldNote, machine: string): string {
  if (field.optional) return ''
  const options = optionsOf(world, field)
  return options ? (options.find((it) => it === machine) ?? options[0] ?? '') : ''
}

type Given = readonly [name: string, field: FieldNote, text: string]

function commandOf(
  type: Command['type'],
  given: readonly Given[],
  words: Words,
): { readonly command: Command } | { readonly problem: string } {
  const said: Record<string, Json> = { type }
  for (const [name, field, text] of given) {
    if (text === '' && field.optional) continue
    said[name] = valueOf(field, text)
  }
  const read = checkCommand(said)
  if ('command' in read) return { command: read.command }
  const { any } = words.panels.act
  const [name = ''] = read.fault.path
  return { problem: fill(any.unfit, { name: textOf(any.fields, String(name)), found: read.fault.found }) }
}

/** A number, a yes, or JSON where it is one; else the text as it stands: the check says what is wrong with it. */
function valueOf(field: FieldNote, text: string): Json {
  if (field.of === 'flag') return text === 'true'
  if (field.of === 'number') return /^-?\d{1,12}$/.test(text.trim()) ? Number(text) : text
  if (field.of !== 'json') return text
  const read = readJson(text)
  return isRecord(read) && 'value' in read ? (read.value as Json) : text
}
