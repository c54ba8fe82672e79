import type { WorldSpec } from '../simulation/scenario'

/** Who may do what in the office: a clerk's "basic" opens People; Salaries want "payroll". */
export const rolesOfOffice = {
  privileges: [
    { privilege: 'basic' },
    { privilege: 'payroll', includes: ['basic'] },
    { privilege: 'CreateInvoices' },
    { privilege: 'lookup' },
  ],
  roles: [
    { role: 'Clerk', privileges: ['basic'] },
    { role: 'Accountant', privileges: ['payroll', 'CreateInvoices'] },
  ],
  permissions: {
    allowed: [
      {
        applyTo: 'People',
        type: 'dataclass',
        read: ['basic'],
        create: ['payroll'],
        update: ['payroll'],
        drop: ['payroll'],
      },
      { applyTo: 'People.birthday', type: 'attribute', read: ['payroll'] },
      { applyTo: 'People.greet', type: 'method', execute: ['basic'] },
      {
        applyTo: 'Salaries',
        type: 'dataclass',
        read: ['payroll'],
        create: ['payroll'],
        update: ['payroll'],
        drop: ['payroll'],
      },
      { applyTo: 'Salaries.raise', type: 'method', execute: ['payroll'] },
      { applyTo: 'ds.authentify', type: 'method', execute: ['guest'], promote: ['lookup'] },
    ],
  },
}

/** The world that ships with the page: one server, two clients, one single-user 4D, one outside browser. */
export const office: WorldSpec = {
  seed: 'office',
  settings: {
    scalableSessions: true,
    applicationName: 'Office',
    licences: 5,
    sameSite: 'Strict',
    roles: rolesOfOffice,
    handlers: [{ pattern: '/verify', method: 'handleVerify' }],
    pages: ['People', 'Salaries', '/', '/index.html', '/index.shtml'],
  },
  machines: [
    {
      name: 'server',
      kind: 'server',
      label: '4D Server',
      user: 'Administrator',
      systemUser: 'service',
      host: 'windows',
      address: '10.0.0.1',
    },
    {
      name: 'ana',
      kind: 'client',
      label: "Ana's Mac",
      user: 'Ana',
      systemUser: 'ana',
      host: 'mac',
      address: '10.0.0.21',
    },
    {
      name: 'bruno',
      kind: 'client',
      label: "Bruno's PC",
      user: 'Bruno',
      systemUser: 'bruno',
      host: 'windows',
      address: '10.0.0.22',
    },
    {
      name: 'solo',
      kind: 'standalone',
      label: 'Single-user 4D',
      user: 'designer',
      systemUser: 'dora',
      host: 'mac',
      address: '10.0.0.30',
    },
  ],
  webServers: [
    { name: 'web', machine: 'server' },
    { name: 'shop', machine: 'server', component: 'Shop', running: false },
    { name: 'solo-web', machine: 'solo' },
  ],
  browsers: [
    { name: 'ana-area', label: 'Web area', machine: 'ana' },
    { name: 'bruno-area', label: 'Web area', machine: 'bruno' },
    { name: 'visitor', label: "Visitor's browser" },
    { name: 'solo-area', label: 'Web area', machine: 'solo' },
  ],
  methods: [
    {
      name: 'action_Session',
      code: [
        {
          if: { call: 'Session' },
          then: [
            {
              if: { call: 'hasPrivilege', with: ['CreateInvoices'] },
              then: [{ send: 'You may create invoices.' }],
              else: [{ send: 'You have a session, but you may not create invoices.' }],
            },
          ],
          else: [{ send: 'There is no session here: Session is Null.' }],
        },
      ],
    },
    {
      name: 'loginAccountant',
      code: [
        { call: 'clearPrivileges' },
        { call: 'setPrivileges', with: [{ roles: 'Accountant' }] },
        { send: 'Welcome, accountant.' },
      ],
    },
    { name: 'handleVerify', code: [{ call: 'isGuest' }, { send: 'Thank you, the link was opened.' }] },
    {
      name: 'authentify',
      code: [{ call: 'setPrivileges', with: [{ roles: 'Clerk' }] }, { send: 'Logged in as clerk.' }],
    },
    { name: 'nightly', code: [{ call: 'Session' }] },
  ],
  dataclasses: [
    { name: 'People', attributes: ['ID', 'name', 'birthday', { name: 'age', kind: 'computed' }], functions: ['greet'] },
    { name: 'Salaries', attributes: ['ID', 'amount', 'month'], functions: ['raise'] },
  ],
}
