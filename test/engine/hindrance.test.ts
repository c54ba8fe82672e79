import { describe, expect, it } from 'vitest'
import type { Command } from '../../src/engine/command'
import { hindrance } from '../../src/engine/hindrance'
import { named, type BrowserName, type MachineName, type WebServerName } from '../../src/engine/ids'
import type { Release } from '../../src/engine/releases/releases'
import { office } from '../../src/gallery/office'
import { worldOf } from '../../src/simulation/scenario'
import { tell } from '../../src/simulation/story'

const ana = named<MachineName>('ana')
const visitor = named<BrowserName>('visitor')
const web = named<WebServerName>('web')
const connect: Command = { type: 'connectClient', machine: ana }
const runs: Command = { type: 'runCall', machine: ana, in: 'serverSingletonFunction', call: 'Session' }
const sends: Command = { type: 'sendRequest', from: visitor, to: web, url: '/rest/Salaries' }
const stops: Command = { type: 'stopWebServer', webServer: web }

const after = (commands: readonly Command[], release: Release = '21') => tell(worldOf(office, release), commands).end

describe('a hindrance', () => {
  it.each<[string, readonly Command[], Command, string | undefined]>([
    ['a client that is connected already', [connect], connect, 'already'],
    ['code on a client that is not connected', [], runs, 'notRunning'],
    ['a request to a stopped web server', [stops], sends, 'webServerStopped'],
    ['a Web area whose client is not connected', [], { ...sends, from: named('ana-area') }, 'browserGone'],
    ['nothing, when all is there', [], connect, undefined],
  ])('is %s', (_, before, command, ending) => {
    expect(hindrance(after(before), command)?.ending).toBe(ending)
  })

  it('is not a refusal that teaches something', () => {
    expect(hindrance(after([]), sends)).toBe(null)
    expect(hindrance(after([connect], '20R5'), runs)).toBe(null)
    expect(hindrance(after([]), { ...sends, token: 'F'.repeat(32) })).toBe(null)
  })
})
