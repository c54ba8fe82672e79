import { useId } from 'react'
import { useActions } from '../context'
import type { Action } from './actions'
import './menu.css'

/** Quick things as buttons; under them, why those that are greyed cannot be done. */
export function ActionList({ actions }: { readonly actions: readonly Action[] }) {
  const { act, aimAt } = useActions()
  const id = useId()
  const reasons = [...new Set(actions.flatMap(({ hindrance }) => hindrance ?? []))]
  return (
    <div className="actions">
      {actions.map((it) => (
        <button
          key={it.id}
          type="button"
          aria-disabled={it.hindrance !== null}
          aria-describedby={it.hindrance === null ? undefined : `${id}-${reasons.indexOf(it.hindrance)}`}
          className={it.hindrance === null ? '' : 'hindered'}
          onClick={() => {
            if (it.hindrance !== null) return
            if ('command' in it.does) act(it.does.command)
            else aimAt(it.does.at, it.does.form)
          }}
        >
          {it.label}
        </button>
      ))}
      {reasons.map((it, i) => (
        <p key={it} className="hindrance" id={`${id}-${i}`}>
          {it}
        </p>
      ))}
    </div>
  )
}
