import type { Json } from '../../engine/json'
import { readRelease, type Release } from '../../engine/releases/releases'
import type { Command } from '../../engine/command'
import type { SettingsSpec, WorldSpec } from '../../simulation/scenario'
import { office } from '../../gallery/office'
import type { Tale } from '../tale'
import sv01 from './SV-01.json'
import sv03 from './SV-03.json'
import sv05 from './SV-05.json'
import sv06 from './SV-06.json'
import sv08 from './SV-08.json'
import sv10 from './SV-10.json'
import sv11 from './SV-11.json'
import sv13 from './SV-13.json'
import sv15 from './SV-15.json'
import sv16 from './SV-16.json'
import sv18 from './SV-18.json'
import sv20 from './SV-20.json'
import sv21 from './SV-21.json'
import sv23 from './SV-23.json'
import sv25 from './SV-25.json'
import sv26 from './SV-26.json'
import tv01 from './TV-01.json'
import tv03 from './TV-03.json'
import tv05a from './TV-05a.json'
import tv05b from './TV-05b.json'
import tv06 from './TV-06.json'
import tv08 from './TV-08.json'
import tv10 from './TV-10.json'
import tv11 from './TV-11.json'
import tv13 from './TV-13.json'
import tv15 from './TV-15.json'
import tv16 from './TV-16.json'
import tv18 from './TV-18.json'
import tv20 from './TV-20.json'
import tv21 from './TV-21.json'
import tv23 from './TV-23.json'
import tv25 from './TV-25.json'
import tv26 from './TV-26.json'
import tv28 from './TV-28.json'
import tv30 from './TV-30.json'
import tv31 from './TV-31.json'
import tv33 from './TV-33.json'
import tv35 from './TV-35.json'
import tv36 from './TV-36.json'
import tv38 from './TV-38.json'
import tv40 from './TV-40.json'

/** A test vector of the references, as its file writes it. A test reads each one back through the schema. */
interface Written {
  readonly title: string
  readonly release: string
  readonly world: Json
  readonly settings?: Json
  readonly steps: Json
}

const FILES: Readonly<Record<string, Written>> = {
  'SV-01': sv01 as Written,
  'SV-03': sv03 as Written,
  'SV-05': sv05 as Written,
  'SV-06': sv06 as Written,
  'SV-08': sv08 as Written,
  'SV-10': sv10 as Written,
  'SV-11': sv11 as Written,
  'SV-13': sv13 as Written,
  'SV-15': sv15 as Written,
  'SV-16': sv16 as Written,
  'SV-18': sv18 as Written,
  'SV-20': sv20 as Written,
  'SV-21': sv21 as Written,
  'SV-23': sv23 as Written,
  'SV-25': sv25 as Written,
  'SV-26': sv26 as Written,
  'TV-01': tv01 as Written,
  'TV-03': tv03 as Written,
  'TV-05a': tv05a as Written,
  'TV-05b': tv05b as Written,
  'TV-06': tv06 as Written,
  'TV-08': tv08 as Written,
  'TV-10': tv10 as Written,
  'TV-11': tv11 as Written,
  'TV-13': tv13 as Written,
  'TV-15': tv15 as Written,
  'TV-16': tv16 as Written,
  'TV-18': tv18 as Written,
  'TV-20': tv20 as Written,
  'TV-21': tv21 as Written,
  'TV-23': tv23 as Written,
  'TV-25': tv25 as Written,
  'TV-26': tv26 as Written,
  'TV-28': tv28 as Written,
  'TV-30': tv30 as Written,
  'TV-31': tv31 as Written,
  'TV-33': tv33 as Written,
  'TV-35': tv35 as Written,
  'TV-36': tv36 as Written,
  'TV-38': tv38 as Written,
  'TV-40': tv40 as Written,
}

const RULE = /(?:SES|PRIV)-\d{3}/g

/** "TV-21: force login, then cleared: still no Guest (SES-142)" is called "Force login, then cleared: still no Guest". */
const said = (title: string): string => {
  const text = title.replace(/^\w+-\d+\w?: /, '').replace(/ \([^()]*\)$/, '')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The test vectors of the references as tales: what the documentation says must come out, with the rules it names. */
export const VECTORS: readonly Tale[] = Object.entries(FILES).map(([id, it]) => ({
  id,
  title: { said: said(it.title) },
  names: it.title.match(RULE) ?? [],
  release: readRelease(it.release) as Release, // a test reads every vector
  spec: it.world === 'office' ? office : (it.world as unknown as WorldSpec),
  ...(it.settings === undefined ? {} : { settings: it.settings as SettingsSpec }),
  commands: it.steps as unknown as readonly Command[],
}))

export const VECTOR_IDS: readonly string[] = Object.keys(FILES)
