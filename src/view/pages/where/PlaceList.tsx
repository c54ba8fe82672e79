import { useMemo, useState } from 'react'
import { contextExists, contextOf } from '../../../engine/contexts'
import { spelled, type Release } from '../../../engine/releases/releases'
import { writeAddress, type Address } from '../../../share/address'
import { GROUPS, PLACES, wayTo, type PlaceName } from '../../../survey/ways'
import { fill } from '../../../words/fill'
import { textOf } from '../../../words/words'
import { useActions, useWords } from '../../context'
import { usePageWords } from '../pageWords'
import { placeText } from './names'

interface PlaceListProps {
  readonly address: Address
  readonly release: Release
  readonly current: PlaceName | null
}

const WAYS = PLACES.map(wayTo)

/** Every place where code runs, by machine, to be found by the manual's words, a reader's own, or its number. */
export function PlaceList({ address, release, current }: PlaceListProps) {
  const words = useWords()
  const pages = usePageWords()
  const { where } = pages
  const { visit } = useActions()
  const [wanted, setWanted] = useState('')
  const [open, setOpen] = useState(false)
  const found = useMemo(() => {
    const low = wanted.trim().toLowerCase().split(/\s+/)
    return WAYS.filter(({ name, id, group, process, runs }) => {
      const text = [
        id,
        placeText(name, words, pages),
        textOf(where.also, name),
        where.groups[group],
        where.processes[process],
        where.machines[runs],
      ]
        .join(' ')
        .toLowerCase()
      return low.every((it) => text.includes(it))
    })
  }, [wanted, words, pages, where])
  const to = (name: PlaceName): Address => ({ ...address, item: name, release })
  const choose = (name: PlaceName) => {
    setOpen(false)
    visit(to(name))
  }
  return (
    <nav className={open ? 'place-list open' : 'place-list'} aria-label={where.places}>
      <button type="button" className="place-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {where.choose}
      </button>
      <div className="place-inside">
        <label className="field">
          <span>{where.find}</span>
          <input
            type="search"
            value={wanted}
            maxLength={80}
            placeholder={where.findHint}
            onChange={(event) => setWanted(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && found[0]) choose(found[0].name)
            }}
          />
        </label>
        <p className="quiet" role="status">
          {found.length > 0 ? fill(where.found, { count: found.length }) : where.noneFound}
        </p>
        {GROUPS.map((group) => {
          const own = found.filter((it) => it.group === group)
          return (
            own.length > 0 && (
              <section key={group}>
                <h2>{where.groups[group]}</h2>
                <ul>
                  {own.map(({ name, id, context }) => (
                    <li key={name}>
                      <a
                        href={writeAddress(to(name))}
                        aria-current={name === current ? 'page' : undefined}
                        onClick={() => setOpen(false)}
                      >
                        <span>{placeText(name, words, pages)}</span>
                        <span className="quiet mono">
                          {id}
                          {!contextExists(contextOf(context), release) &&
                            ` · ${fill(where.absent, { release: spelled(release) })}`}
                        </span>
                      </a>
                    </li>
                  ))}
                </ul>
              </section>
            )
          )
        })}
      </div>
    </nav>
  )
}
