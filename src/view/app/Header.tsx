import { lazy, Suspense, useRef, useState } from 'react'
import { has, RELEASES, spelled, type Release } from '../../engine/releases/releases'
import { canRedo, canUndo, type Dialog } from '../../store/playground'
import { textOf } from '../../words/words'
import { useActions, usePlayground, useWords, Worded } from '../context'
import { IconButton } from '../IconButton'
import { Sign } from '../signs'
import { useTheme } from './theme'

const BUTTONS = [
  { dialog: 'gallery', sign: 'book', wide: true },
  { dialog: 'file', sign: 'file', wide: false },
  { dialog: 'share', sign: 'link', wide: true },
] as const satisfies readonly {
  readonly dialog: Exclude<Dialog, null>
  readonly sign: string
  readonly wide: boolean
}[]

/** Families of releases, the newest first; what is older than the first of them; and what no release was. */
const GROUPS = ['21', '20', 'older', 'preRelease'].map((group) => ({
  group,
  releases: RELEASES.filter((it) => groupOf(it) === group),
}))

function groupOf(release: Release): string {
  if (has(release, 'preRelease')) return 'preRelease'
  return ['20', '21'].find((family) => release.startsWith(family)) ?? 'older'
}

const isRelease = (text: string): text is Release => RELEASES.some((it) => it === text)

const PagesMenu = lazy(() => import('../pages/PagesMenu'))

/** The name of the playground; it opens the list of its pages. */
function Brand() {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div className="brand">
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-controls="pages-menu"
        aria-label={`${words.ui.name}: ${words.ui.pagesMenu}`}
        onClick={() => setOpen(!open)}
      >
        <Sign name="menu" />
        <span className="brand-name">{words.ui.name}</span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <Worded>
            <PagesMenu
              onClose={() => {
                setOpen(false)
                button.current?.focus()
              }}
            />
          </Worded>
        </Suspense>
      )}
    </div>
  )
}

export function Header() {
  const words = useWords()
  const { ask, retell, undo, redo } = useActions()
  const scenario = usePlayground((it) => it.work.scenario)
  const page = usePlayground((it) => it.address.page)
  const undoable = usePlayground(canUndo)
  const redoable = usePlayground(canRedo)
  const [theme, nextTheme] = useTheme()
  const text = words.ui
  return (
    <header className="header">
      <Brand />
      {page === 'play' ? (
        <h1 title={scenario.title}>{scenario.question ?? scenario.title}</h1>
      ) : (
        <h1>{text.pages[page]}</h1>
      )}
      <div className="tools">
        <label className="release" title={text.releaseHint}>
          <span>4D</span>
          <select
            aria-label={text.release}
            value={scenario.release}
            onChange={(event) => isRelease(event.target.value) && retell(event.target.value)}
          >
            {GROUPS.map(({ group, releases }) => (
              <optgroup key={group} label={textOf(text.releases, group) || `4D ${group}`}>
                {releases.map((it) => (
                  <option key={it} value={it}>
                    {spelled(it)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <IconButton sign="gear" label={text.settings} onPress={() => ask('settings')} />
        <span className="divider" />
        <IconButton sign="undo" label={text.undo} keys="Ctrl Z" disabled={!undoable} onPress={undo} />
        <IconButton sign="redo" label={text.redo} keys="Ctrl Shift Z" disabled={!redoable} onPress={redo} />
        <span className="divider" />
        {BUTTONS.map(({ dialog, sign, wide }) => (
          <button
            key={dialog}
            type="button"
            className={wide ? 'labelled' : 'icon'}
            onClick={() => ask(dialog)}
            aria-label={text[dialog]}
            title={text[dialog]}
          >
            <Sign name={sign} />
            {wide && <span>{text[dialog]}</span>}
          </button>
        ))}
        <IconButton
          sign={theme === 'light' ? 'sun' : theme === 'dark' ? 'moon' : 'half'}
          label={`${text.theme}: ${text.themes[theme]}`}
          onPress={nextTheme}
        />
        <button
          type="button"
          className="icon"
          onClick={() => ask('help')}
          aria-label={text.help}
          title={`${text.help} (?)`}
        >
          <span aria-hidden="true">?</span>
        </button>
      </div>
    </header>
  )
}
