import { browserText, callText, durationText, tellingOf } from '../../diagram/telling'
import type { Command } from '../../engine/command'
import { spelled } from '../../engine/releases/releases'
import type { World } from '../../engine/world'
import type { Change } from '../../search/change'
import type { Flip } from '../../search/flips'
import { fill } from '../../words/fill'
import { textOf, type Words } from '../../words/words'
import type { SearchWords } from '../search/words'

/** A flip as sentences: what to do otherwise, edit by edit. Steps keep the numbers of the story that is shown. */
export const flipSentences = (
  { changes }: Flip,
  story: readonly Command[],
  start: World,
  words: Words,
  texts: SearchWords['flip']['changes'],
): readonly string[] => changes.map((it) => sentence(it, story, start, words, texts))

function sentence(
  change: Change,
  story: readonly Command[],
  start: World,
  words: Words,
  texts: SearchWords['flip']['changes'],
): string {
  const inWords = (command: Command | undefined): string => {
    if (!command) return ''
    const { who, what } = tellingOf(command, start, words)
    return who ? `${who}: ${what}` : what
  }
  switch (change.type) {
    case 'drop':
      return fill(texts.drop, { step: change.step + 1, what: inWords(story[change.step]) })
    case 'move':
      return fill(texts.move, {
        step: change.step + 1,
        what: inWords(story[change.step]),
        before: change.before + 1,
      })
    case 'insert':
      return fill(texts.insert, { before: change.before + 1, what: inWords(change.command) })
    case 'replace':
      return fill(texts[change.aspect], { step: change.step + 1, ...detailsOf(change.command, start, words) })
    case 'setting': {
      const { setting, value, grant } = change
      if (grant) return fill(texts.grant, { ...grant })
      const shown = typeof value === 'boolean' ? (value ? words.ui.on : words.ui.off) : String(value)
      return fill(texts.setting, { setting: textOf(words.facts, setting) || setting, value: shown })
    }
    case 'release':
      return fill(texts.release, { release: spelled(change.release) })
  }
}

/** What a changed command has that a sentence may speak of. */
function detailsOf(command: Command, start: World, words: Words): Readonly<Record<string, string>> {
  switch (command.type) {
    case 'sendRequest':
      return {
        token: command.token ?? '',
        browser: browserText(start, command.from),
        webServer: command.to,
        method: command.method ?? 'GET',
        what: tellingOf(command, start, words).what,
      }
    case 'runCall':
      return {
        place: textOf(words.places, command.in),
        machine: start.machines.get(command.machine)?.label ?? command.machine,
        what: callText(command.call, command.with),
      }
    case 'wait':
      return { duration: durationText(command.seconds, words.ui) }
    default: {
      const machine = 'machine' in command ? command.machine : ''
      return {
        machine: start.machines.get(machine)?.label ?? machine,
        place: '',
        what: tellingOf(command, start, words).what,
      }
    }
  }
}
