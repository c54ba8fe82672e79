import { SCENARIO_IDS, SHIPPED } from '../gallery/gallery'
import { PRESETS } from '../gallery/presets'
import type { Shipped } from '../gallery/shipped'
import type { Command } from '../engine/command'
import { office } from '../gallery/office'
import { ACCESS } from './access'
import { ROWS, taleOf } from './accessRows'
import { DESKTOP } from './desktop'
import { EVERY_PLACE } from './everyPlace'
import { MACHINES } from './machines'
import { OTHERWISE } from './readings'
import { REQUESTS } from './requests'
import type { Tale } from './tale'
import { WEB_SERVERS } from './webServers'
import { VECTORS } from './vectors/vectors'

/** A thousand clients prove nothing that two do not. */
const LONGEST = 20

const GALLERY: readonly Tale[] = SCENARIO_IDS.flatMap((id): readonly Tale[] => {
  const { world, release, settings, steps }: Shipped = SHIPPED[id]
  if (steps.length > LONGEST) return []
  return [
    {
      id,
      title: { gallery: id },
      names: [],
      release,
      spec: PRESETS[world] ?? office,
      ...(settings ? { settings } : {}),
      // Names in shipped steps are plain texts; a test reads every shipped scenario back through the schema.
      commands: steps as readonly Command[],
    },
  ]
})

/** Every story that ships, short enough to be read: what the Rulebook proves its rules with, and what covers the tables. */
export const SUITE: readonly Tale[] = [
  ...GALLERY,
  ...VECTORS,
  ...ROWS.map(taleOf),
  ...REQUESTS,
  ...MACHINES,
  ...WEB_SERVERS,
  ...DESKTOP,
  ...ACCESS,
  ...EVERY_PLACE,
  ...OTHERWISE,
]
