// English words: the frame of every page, and what any part of the interface may say.

import type { common as french } from '../fr/common.ts';
import type { Message } from '../message.ts';

export const common: Record<keyof typeof french, Message> = {
  'common.skip': 'Skip to content',
  'common.brand-home': 'Triptyque, all frameworks',
  'common.breadcrumb': 'Breadcrumb',
  'common.frameworks': 'Frameworks',
  'common.notice': 'About this content',
  'common.page-title': '{title} · Triptyque',

  'common.account': 'Account of {name}',
  'common.account-nav': 'Account',
  'common.display': 'Display and language',
  'common.theme': 'Display',
  'common.theme.system': 'System',
  'common.theme.light': 'Light',
  'common.theme.dark': 'Dark',
  'common.language': 'Language',
  'common.language.fr': 'Français',
  'common.language.en': 'English',
  'common.role.coordinator': 'Coordinator',
  'common.role.editor': 'Editor',
  'common.role.reader': 'Reader',
  'common.people': 'People',
  'common.tokens': 'API tokens',
  'common.password': 'Password',
  'common.sign-in': 'Sign in',
  'common.sign-out': 'Sign out',

  'common.save': 'Save',
  'common.cancel': 'Cancel',
  'common.undo': 'Undo',
  'common.close': 'Close',
  'common.optional': 'optional',
  'common.messages': 'Messages',
  'common.copied': 'Copied',
  'common.copy-failed': 'Copying is not allowed here: select the text.',
  'common.try-again': 'Try again',
  'common.back-home': 'Back to the frameworks',

  'common.reference-gone': 'Target removed: {title}',
  'common.saved.saved': 'Saved',
  'common.saved.saving': 'Saving…',
  'common.saved.late': 'Not saved yet',
  'common.saved.offline': 'Offline',
  'common.saved.refused': 'Not saved',
  'common.saved.stopped': 'Stopped',

  'common.change.added': 'Added',
  'common.change.removed': 'Removed',
  'common.change.moved': 'Moved',
  'common.change.reworded': 'Reworded',
  'common.change.fields': 'Field',
  'common.change.references': 'Link',

  'common.version.consultation': 'Version {label} in consultation',
  'common.version.adopted': 'Version {label} adopted',
  'common.version.withdrawn': 'Version {label} withdrawn',
  'common.version.none': 'No version yet',
  'common.working': 'Working text',

  'common.problem.required': 'Please fill this in.',
  'common.problem.invalid': 'This answer does not fit.',
  'common.problem.too-long': 'This is too long.',
  'common.problem.slug':
    'Only letters without accents, digits and hyphens, like “school-mediation”.',

  'common.error.401': 'Please sign in',
  'common.error.401.text': 'This page is for members of the network.',
  'common.error.403': 'This page is not open to you',
  'common.error.403.text': 'Your rights do not reach this far. A coordinator can change them.',
  'common.error.404': 'Nothing at this address',
  'common.error.404.text': 'The page may have been renamed or removed.',
  'common.error.404.visitor':
    'The page may have been renamed or removed, or only be visible once signed in.',
  'common.error.410': 'This link is no longer valid',
  'common.error.410.text': 'A link works once, and not for ever. Ask for another one.',
  'common.error.500': 'Something went wrong on our side',
  'common.error.500.text':
    'The page could not be made. What was saved still is: try again in a moment.',
  'common.error.503': 'Not available for the moment',
  'common.error.503.text': 'The server cannot read its data just now. Try again soon.',
};
