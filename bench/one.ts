import { step } from '../src/engine/step'
import { crowdedOffice } from './worlds'
const world = crowdedOffice(1000)
const cases: any = {
  isGuest: { type: 'runCall', machine: 'client-3', in: 'onServerOpenConnection', call: 'isGuest' },
  has: { type: 'runCall', machine: 'client-3', in: 'onServerOpenConnection', call: 'hasPrivilege', with: ['payroll'] },
  set: { type: 'runCall', machine: 'client-3', in: 'onServerOpenConnection', call: 'setPrivileges', with: ['payroll'] },
  otp: { type: 'runCall', machine: 'client-3', in: 'onServerOpenConnection', call: 'createOTP' },
  wait: { type: 'wait', seconds: 1 },
  people: { type: 'sendRequest', from: 'browser-77', to: 'web', url: '/rest/People' },
  page: { type: 'sendRequest', from: 'browser-77', to: 'web', url: '/index.html' },
  action: { type: 'sendRequest', from: 'browser-77', to: 'web', url: '/4DACTION/action_Session' },
}
const only = process.argv[2]
for (const [k, c] of Object.entries(cases)) {
  if (only && k !== only) continue
  let best = Infinity
  for (let r = 0; r < 8; r++) {
    const t = performance.now()
    let w = world
    const N = k === 'otp' ? 2000 : 50000
    for (let i = 0; i < N; i++) w = step(only ? w : w, c).world
    best = Math.min(best, (performance.now() - t) / N * 1000)
  }
  console.log(k, best.toFixed(2), 'µs')
}
