import { tellerWith } from '../simulation/teller'
import { office } from './office'
import { PRESETS } from './presets'

export const teller = tellerWith(PRESETS, office)
