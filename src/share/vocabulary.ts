import { strToU8 } from 'fflate'
import type { Vocabulary } from './pack'

/**
 * The words both ends of a link know. A promise: nothing in this file ever changes, because every `s1.` link ever made
 * is read with it. Words that come later travel inside the links, or get a format of their own.
 */
export const WORDS: Vocabulary = {
  texts:
    `connectClient disconnectClient startStandalone stopStandalone startWebServer stopWebServer runCall executeOnServer
sendRequest logOut changeSetting wait type machine webServer in call with as method code from to url token scheme
crossSite component setting value seconds if then else send
executeOnServerMethod trigger ordaFunction ordaEvent onServerOpenConnection onServerCloseConnection
serverSingletonFunction clientMethod onStartup localOrdaFunction classFunction executeOnClient componentOnServer
storedProcedure onServerStartup onBackupStartup storedProcedureOrda storedProcedureTrigger onSqlAuthentication
standaloneMethod standaloneExecuteOnServer standaloneComponent onWebAuthentication onWebConnection tags action handler
rest singleton authentify soap renderer componentInRequest
Session id userName info storage writeStorage idleTimeout setIdleTimeout expirationDate quotas isGuest hasPrivilege
getPrivileges setPrivileges clearPrivileges promote demote createOTP restore access
scalableSessions applicationName licences sameSite roles forceLogin restrictedByDefault handlers Strict Lax None
GET POST http https create read update drop execute describe datastore dataclass attribute singletonMethod
privileges privilege includes role permissions allowed applyTo ds ds.authentify guest none WebAdmin
title question release world settings at expect after look is isNot has says seed machines webServers browsers methods
dataclasses name kind label user systemUser address host running attributes functions pattern
server client standalone mac windows relation alias computed
20R5 20R6 20R7 20R8 20R9 20R10 21 21R2 21R3 21R4
office thousand ana bruno solo web shop solo-web ana-area bruno-area visitor solo-area
otp-1 otp-2 otp-3 otp-4 otp-5 otp-6 basic payroll CreateInvoices lookup Clerk Accountant People Salaries
People.birthday People.greet Salaries.raise action_Session loginAccountant handleVerify nightly
/rest/People /rest/Salaries /$lib/renderer/?w=People /4DACTION/action_Session /4DACTION/loginAccountant /verify
/rest/$catalog /rest/$catalog/authentify /rest/$info/privileges
shared-session action-session token-on-client token-twice token-late client-left privileges-late scalable-off
cookie-before two-storages standalone force-login thousand-clients`.split(/\s+/),
  shapes: `type machine
type webServer
type seconds
type setting value
type from to
type from to url
type from to url token
type from to method url
type from to method url token
type from to url code
type from to method url code
type machine in call
type machine in call with
type machine in call as
type machine in call with as
type machine method
type machine code
call
call with
call as
call with as
send
if then
if then else
roles
privileges
privileges userName
privilege
privilege includes
role privileges
privileges roles permissions
privileges roles permissions forceLogin
privileges roles permissions restrictedByDefault forceLogin
allowed
applyTo type read
applyTo type read create
applyTo type read create update drop
applyTo type read create update drop execute
applyTo type read create update drop execute promote
applyTo type execute
applyTo type execute promote
applyTo type promote
applyTo type read update
type applyTo
name code
name label
name label machine
name machine
name kind
name kind label user systemUser address host
name attributes functions
pattern method
after look is
after look is says
after look has
after look isNot
title
release
settings
title question release world
title question release world at
title release world
title question release world settings
title question release world settings at
seed settings machines webServers browsers methods dataclasses`
    .split('\n')
    .map((keys) => keys.split(' ')),
}

/** Text that is likely to come, for the compression to point back to: the likeliest stands last. */
export const LIKELY = strToU8(`Welcome.
You have a session, but you may not create invoices.
There is no session here: Session is Null.
The session is 
Customer
Customers
Employee
Employees
Invoice
Invoices
Order
Orders
Product
Products
Account
Accounts
Contact
Contacts
Company
Project
Document
Message
Task
birthday
salary
amount
admin
manager
editor
reader
viewer
sales
accounting
support
administrator
delete
export
import
approve
close
cancel
view
edit
manage
http://localhost/
/index.shtml
/4DWEBTEST
/rest/$singleton/
/rest/$getWebForm
/rest/$info
/rest/$directory/login
/$lib/renderer/?w=
/$lib/renderer/?w=People&$4DSID=otp-1
/4DACTION/
/4DACTION/action_Session?$4DSID=otp-1
/verify?$4DSID=
/rest/
?$method=update
?$method=delete
?$attributes=name,birthday
`)
