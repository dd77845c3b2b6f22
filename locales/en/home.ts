// English words: the list of frameworks and making a new one.

import type { home as french } from '../fr/home.ts';
import type { Message } from '../message.ts';

export const home: Record<keyof typeof french, Message> = {
  'home.setup':
    'Nobody coordinates this network yet. Whoever started Triptyque finds the link that makes the first account in its terminal.',
  'home.title': 'Frameworks',
  'home.new': 'New framework',
  'home.write': 'Write',
  'home.read': 'Read version {label}',
  'home.archived': 'Archived',
  'home.private': 'Private',
  'home.changed-now': 'Working text changed just now',
  'home.changed-minutes': {
    one: 'Working text changed {count} min ago',
    other: 'Working text changed {count} min ago',
  },
  'home.changed-at': 'Working text changed on {moment}',
  'home.more': 'Show more',
  'home.samples.text':
    'These frameworks are samples, to try things out. Removing them deletes those that were never published, and archives the others.',
  'home.samples.remove': 'Remove the samples',
  'home.samples.title': 'Remove the samples?',
  'home.samples.confirm': 'What is deleted is gone for good, with what you wrote in it.',
  'home.samples.removed': {
    one: 'One sample removed.',
    other: '{count} samples removed.',
  },
  'home.samples.archived': {
    one: 'Another one, already published, is archived.',
    other: '{count} others, already published, are archived.',
  },
  'home.empty.title': 'Write your first framework',
  'home.empty.text':
    'Three panels side by side: what the job does, what it takes to know, how one trains for it. Choose a template; everything can be changed later.',
  'home.empty-visitor.title': 'Nothing published yet',
  'home.empty-visitor.text':
    'The frameworks of this network can be read here as soon as a version is published. Members sign in to work on them.',
  'home.empty-member.title': 'No framework yet',
  'home.empty-member.text': 'A coordinator of the network makes one, and it appears here.',

  'home.new.lead': 'A template gives the sections and what is written in them.',
  'home.new.template': 'Template',
  'home.new.name': 'Title',
  'home.new.language': 'Language of the text',
  'home.new.slug': 'Address',
  'home.new.slug.hint': 'It will be cited: short and lasting.',
  'home.new.licence': 'Licence',
  'home.new.licence.hint': 'What others may do with it.',
  'home.new.visibility': 'Who may read published versions?',
  'home.new.visibility.private': 'Members of the network',
  'home.new.visibility.private.hint': 'The framework is only seen when signed in.',
  'home.new.visibility.public': 'Everybody',
  'home.new.visibility.public.hint':
    'The working text stays with members; versions can be read without an account.',
  'home.new.create': 'Create the framework',
};
