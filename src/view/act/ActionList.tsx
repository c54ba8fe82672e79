import { useId } from 'react'
import { useActions } from '../context'
import type { Action } from './actions'
import './menu.css'

/** Quick things as buttons. A reason that holds for several in a row is said once, under the last of them. */
export function ActionList({ actions }: { readonly actions: readonly Action[] }) {
  const { act, aimAt } = useActions()
  const id = useId()
  return (
    <div className="actions">
      {byReason(actions).map(({ reason, group }, i) => (
        <div key={group[0]?.id} className="action-group">
          {group.map((it) => (
            <button
              key={it.id}
              type="button"
              aria-disabled={reason !== null}
              aria-describedby={reason === null ? undefined : `${id}-${i}`}
              className={reason === null ? '' : 'hindered'}
              onClick={() => {
                if (reason !== null) return
                if ('command' in it.does) act(it.does.command)
                else aimAt(it.does.at, it.does.form)
              }}
            >
              {it.label}
            </button>
          ))}
          {reason !== null && (
            <span className="hindrance" id={`${id}-${i}`}>
              {reason}
            </span>
          )}
        </div>
      ))}
    </div>
  )
}

/** Actions in their order, those beside one another with the same reason together. */
export function byReason(
  actions: readonly Action[],
): readonly { readonly reason: string | null; readonly group: readonly Action[] }[] {
  const groups: { readonly reason: string | null; readonly group: Action[] }[] = []
  for (const it of actions) {
    const last = groups.at(-1)
    if (last && last.reason === it.hindrance) last.group.push(it)
    else groups.push({ reason: it.hindrance, group: [it] })
  }
  return groups
}
