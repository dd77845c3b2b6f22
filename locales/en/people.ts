// English words: signing in and out, one's account, the people of the network, API tokens.

import type { people as french } from '../fr/people.ts';
import type { Message } from '../message.ts';

export const people: Record<keyof typeof french, Message> = {
  'people.setup.title': 'Welcome',
  'people.setup.text':
    'This server is new. Make the first coordinator’s account: it can invite everybody else.',
  'people.setup.create': 'Make the account',
  'people.setup.done.title': 'Already done',
  'people.setup.done.text':
    'The first coordinator’s account exists. Sign in, or ask a coordinator for an invitation.',
  'people.setup.no-token.title': 'This link is incomplete',
  'people.setup.no-token.text':
    'The setup link is printed in full in the window where the server was started. A new one appears there at each start.',

  'people.sign-in.title': 'Sign in',
  'people.sign-in.text': 'Reading a published version takes no account.',
  'people.sign-in.link': 'Get a link by e-mail',
  'people.sign-in.link-hint': 'Without a password: a link comes to your address and lets you in.',
  'people.sign-in.sent':
    'If there is an account at this address, a link has just left for it. It lasts a short while, and works once.',
  'people.sign-in.link-hint-no-mail':
    'This server sends no e-mail: a coordinator can hand you a link that lets you in.',
  'people.sign-in.sent-nowhere':
    'If there is an account at this address, a link is ready on the server, which sends no e-mail: ask a coordinator for it.',
  'people.link.title': 'Hello {name}',
  'people.link.invitation': 'You are invited to work with the network on its frameworks.',
  'people.link.sign-in': 'This link signs you in on this device.',
  'people.link.as': 'Account: {email}',
  'people.link.enter': 'Enter',
  'people.link.again': 'Ask for another link',

  'people.name': 'Name',
  'people.name.hint': 'It is shown beside what you write.',
  'people.email': 'E-mail address',
  'people.password': 'Password',
  'people.password.hint': 'At least 12 characters: a few words will do.',
  'people.password.new': 'New password',
  'people.password.current': 'Present password',
  'people.password.title': 'Password',
  'people.password.text':
    'With a password you enter without waiting for an e-mail. Changing it ends your other sessions.',
  'people.password.welcome':
    'You are signed in. Choose a password if you like; a link by e-mail works too, each time.',
  'people.password.welcome-no-mail':
    'You are signed in. Choose a password so that you can come back: the link that let you in is used up.',
  'people.password.save': 'Save the password',
  'people.password.later': 'Later',
  'people.password.saved': 'The password is saved. Your other sessions have ended.',

  'people.title': 'People',
  'people.count': { one: '{count} account', other: '{count} accounts' },
  'people.list': 'Accounts of the network',
  'people.role': 'Role',
  'people.state': 'State',
  'people.acts': 'Actions',
  'people.you': 'you',
  'people.state.active': 'Since {day}',
  'people.state.invited': 'Invitation open until {day}',
  'people.state.invitation-over': 'Invitation expired',
  'people.state.disabled': 'Closed',
  'people.change-role': 'Change the role of {name}',
  'people.apply': 'Apply',
  'people.disable': 'Close the account',
  'people.disable.of': 'Close the account of {name}',
  'people.reinvite': 'Invite again',
  'people.reinvite.of': 'Invite {name} again',
  'people.role-changed': '{name} now has the role “{role}”.',
  'people.disabled': 'The account of {name} is closed, and so are its sessions.',
  'people.invite': 'Invite somebody',
  'people.invite.text':
    'A link will let them in. It is shown here once you have invited them: you can hand it over yourself.',
  'people.invite.send': 'Invite',
  'people.invited': 'Invitation ready for {name}.',
  'people.invited.mailed':
    'An e-mail has left for {email}. Here is the same link, to hand over yourself if needed:',
  'people.invited.not-mailed': 'The e-mail could not leave. Hand them this link:',
  'people.invited.no-mail': 'This server sends no e-mail: hand them this link yourself.',
  'people.invited.hint': 'It works once. A new link replaces the old one.',
  'people.copy-link': 'Copy the link',
  'people.role.coordinator.hint': 'Everything: create, publish, invite.',
  'people.role.editor.hint': 'Writes the texts, keeps revisions.',
  'people.role.reader.hint': 'Reads working texts and revisions.',

  'people.tokens.title': 'API tokens',
  'people.tokens.text':
    'A token lets a program act with a role, through the API. It is no person: it has a name of its own.',
  'people.tokens.docs': 'Read the API documentation',
  'people.tokens.list': 'Tokens',
  'people.tokens.none': 'No token yet.',
  'people.tokens.name': 'Name of the program',
  'people.tokens.name.hint': 'It is shown wherever the token acts.',
  'people.tokens.new': 'New token',
  'people.tokens.create': 'Create the token',
  'people.tokens.created': 'The token “{name}” is created.',
  'people.tokens.secret': 'Copy it now: it will never be shown again.',
  'people.tokens.copy': 'Copy the token',
  'people.tokens.made': 'Created on {day} by {name}',
  'people.tokens.revoked-at': 'Revoked on {day}',
  'people.tokens.revoke': 'Revoke',
  'people.tokens.revoke.of': 'Revoke {name}',
  'people.tokens.revoke.confirm':
    'Programs that use it will no longer get in. A revoked token does not come back.',
  'people.tokens.revoke.now': 'Revoke for good',
  'people.tokens.revoked': 'The token is revoked.',

  'people.letters.title': 'Mails received',
  'people.letters.text': 'They go to {email}.',
  'people.letters.no-mail':
    'This server sends no mail for now; your choice is kept for the day it does.',
  'people.letters.comments': 'Comments that concern me',
  'people.letters.comments.hint':
    'When somebody mentions you, or answers a thread that you started: one mail for all that was said since the one before.',
  'people.letters.saved': 'Saved.',
};
