import { useState, type FormEvent } from 'react'
import type { Command } from '../../engine/command'
import type { Machine } from '../../engine/world'
import { shownWorld } from '../../store/playground'
import { useActions, usePlayground, useWords } from '../context'
import { reasonAgainst } from './actions'
import { Submit } from './Submit'

/** Start a method of the world with the Execute on server command. */
export function ProcedureForm({ machine }: { readonly machine: Machine }) {
  const words = useWords()
  const world = usePlayground(shownWorld)
  const { act } = useActions()
  const [chosen, setChosen] = useState('')
  const methods = world.methods.keys().filter((it) => /^\w+$/.test(it))
  const method = methods.includes(chosen) ? chosen : methods[0]
  if (method === undefined) return null
  const command: Command = { type: 'executeOnServer', machine: machine.name, method }
  const hindrance = reasonAgainst(world, command, words)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (hindrance === null) act(command)
  }
  return (
    <form className="act-form act-line" onSubmit={submit}>
      <label className="field beside">
        <span>{words.panels.act.method}</span>
        <select value={method} onChange={(event) => setChosen(event.target.value)}>
          {methods.map((it) => (
            <option key={it}>{it}</option>
          ))}
        </select>
      </label>
      <Submit label={words.panels.act.procedure} hindrance={hindrance} lesser />
    </form>
  )
}
