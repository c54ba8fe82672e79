import { usePlayground } from '../context'
import { FileDialog } from './FileDialog'
import { FlowDialog } from './FlowDialog'
import { GalleryDialog } from './GalleryDialog'
import { HelpDialog } from './HelpDialog'
import { SequenceDialog } from './SequenceDialog'
import { SettingsDialog } from './SettingsDialog'
import { ShareDialog } from './ShareDialog'

/** The dialog that is asked for; all of them come in one piece of their own, when first needed. */
export default function Dialogs() {
  switch (usePlayground((it) => it.dialog)) {
    case 'gallery':
      return <GalleryDialog />
    case 'share':
      return <ShareDialog />
    case 'help':
      return <HelpDialog />
    case 'file':
      return <FileDialog />
    case 'settings':
      return <SettingsDialog />
    case 'flow':
      return <FlowDialog />
    case 'sequence':
      return <SequenceDialog />
    case null:
      return null
  }
}
