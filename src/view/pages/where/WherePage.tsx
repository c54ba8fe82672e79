import { readRelease, RELEASES, spelled, type Release } from '../../../engine/releases/releases'
import { writeAddress, type Address } from '../../../share/address'
import { isPlace, PLACES, type PlaceName } from '../../../survey/ways'
import { useActions, useWords } from '../../context'
import type { PageProps } from '../OpenPage'
import { usePageWords } from '../pageWords'
import { surveyed } from '../surveys'
import { useRelease } from '../useRelease'
import { MatrixView } from './MatrixView'
import { MembersTable } from './MembersTable'
import { placeText } from './names'
import { PlaceList } from './PlaceList'
import { Standing } from './Standing'
import '../answers.css'
import './where.css'

/** The place a newcomer finds: the one most people ask about. */
const FIRST: PlaceName = 'clientMethod'
const MATRIX = 'matrix'

/** Where does my code run? A place and a release; the answer, its reason, and every member's answer there. */
export default function WherePage({ address }: PageProps) {
  const { where } = usePageWords()
  const release = useRelease(address)
  const whole = address.item === MATRIX
  const place = isPlace(address.item) ? address.item : FIRST
  const other = releaseIn(address.with.other)
  const beside = isPlace(address.with.beside ?? '') ? (address.with.beside as PlaceName) : null
  const survey = surveyed(release, place)
  const compared = !whole && (other || beside) ? surveyed(other ?? release, beside ?? place) : null
  return (
    <div className="page where">
      <p className="lead">{where.lead}</p>
      <PlaceList address={address} release={release} current={whole ? null : place} />
      <div className="where-answer">
        <Controls address={address} release={release} whole={whole} other={other} beside={beside} place={place} />
        {whole ? (
          <MatrixView address={address} release={release} other={other} />
        ) : (
          <>
            <div className={compared ? 'standings two' : 'standings'}>
              <Standing survey={survey} titled />
              {compared && <Standing survey={compared} titled={false} />}
            </div>
            <MembersTable survey={survey} other={compared} />
          </>
        )}
      </div>
    </div>
  )
}

const releaseIn = (text = ''): Release | null => readRelease(text) ?? null

interface ControlsProps {
  readonly address: Address
  readonly release: Release
  readonly whole: boolean
  readonly place: PlaceName
  readonly other: Release | null
  readonly beside: PlaceName | null
}

/** What stands beside the answer: another release, another place, or nothing. */
function Controls({ address, release, whole, place, other, beside }: ControlsProps) {
  const words = useWords()
  const pages = usePageWords()
  const { where } = pages
  const { visit } = useActions()
  const to = (item: string, compare: { readonly other: string | null; readonly beside: string | null }): Address => ({
    ...address,
    item,
    release,
    with: {
      ...(compare.other ? { other: compare.other } : {}),
      ...(compare.beside ? { beside: compare.beside } : {}),
    },
  })
  const item = whole ? MATRIX : place
  return (
    <div className="page-controls">
      <label className="field">
        <span>{where.compareRelease}</span>
        <select value={other ?? ''} onChange={(event) => visit(to(item, { other: event.target.value, beside }))}>
          <option value="">{where.compareSame}</option>
          {RELEASES.filter((it) => it !== release).map((it) => (
            <option key={it} value={it}>
              4D {spelled(it)}
            </option>
          ))}
        </select>
      </label>
      {!whole && (
        <label className="field">
          <span>{where.comparePlace}</span>
          <select value={beside ?? ''} onChange={(event) => visit(to(item, { other, beside: event.target.value }))}>
            <option value="">{where.compareNone}</option>
            {PLACES.filter((it) => it !== place).map((it) => (
              <option key={it} value={it}>
                {placeText(it, words, pages)}
              </option>
            ))}
          </select>
        </label>
      )}
      {(other ?? beside) && (
        <button type="button" onClick={() => visit(to(item, { other: null, beside: null }))}>
          {where.endCompare}
        </button>
      )}
      <a href={writeAddress({ ...address, item, release })}>{where.permanent}</a>
      {!whole && <a href={writeAddress(to(MATRIX, { other, beside: null }))}>{where.matrixLink}</a>}
    </div>
  )
}
