// English words: the coverage of a framework, its table, its gaps, and the marks beside what is written.
import type { coverage as french } from '../fr/coverage.ts';
import type { Message } from '../message.ts';

export const coverage: Record<keyof typeof french, Message> = {
  'coverage.title': 'Coverage',
  'coverage.table': 'Activities, training and profiles, by skill',
  'coverage.lead': 'What activities ask for, what modules train, what each profile is to reach.',
  'coverage.of-version': 'As version {label} has it.',
  'coverage.live': 'Follows the text live',
  'coverage.waiting': 'Connection lost: the table shows what was last received.',
  'coverage.stopped': 'The table no longer follows the text.',
  'coverage.reload': 'Reload the page',
  'coverage.empty.title': 'Nothing to compare yet',
  'coverage.empty.text':
    'As soon as a skill is written, you see here what asks for it and what trains it.',
  'coverage.skip': 'Skip the table',

  'coverage.sentence.untrained': {
    one: '{count} skill has no module.',
    other: '{count} skills have no module.',
  },
  'coverage.sentence.below': {
    one: '{count} skill is not trained up to the expected level.',
    other: '{count} skills are not trained up to the expected level.',
  },
  'coverage.sentence.unused': {
    one: '{count} skill is needed by no activity.',
    other: '{count} skills are needed by no activity.',
  },
  'coverage.sentence.needsNothing': {
    one: '{count} activity asks for no skill.',
    other: '{count} activities ask for no skill.',
  },
  'coverage.sentence.trainsNothing': {
    one: '{count} module trains no skill.',
    other: '{count} modules train no skill.',
  },
  'coverage.sentence.noCriterion': {
    one: '{count} item has no criterion.',
    other: '{count} items have no criterion.',
  },
  'coverage.sentence.all-needed': 'Every activity asks for at least one skill.',
  'coverage.sentence.none': 'Nothing is missing.',

  'coverage.filter': 'Filter',
  'coverage.filter.all': 'All',
  'coverage.filter.gaps': 'Gaps',
  'coverage.filter.mission': 'Mission',
  'coverage.filter.every-mission': 'All missions',
  'coverage.filter.show': 'Show',
  'coverage.filter.nothing': 'Nothing answers to this filter.',

  'coverage.mark.untrained': 'no module',
  'coverage.mark.below': 'level too low',
  'coverage.mark.unused': 'no activity',
  'coverage.mark.needsNothing': 'no skill asked for',
  'coverage.mark.trainsNothing': 'no skill trained',
  'coverage.mark.noCriterion': 'no criterion',

  'coverage.said.untrained': 'No module trains this skill.',
  'coverage.said.below': 'The modules do not train it up to the expected level.',
  'coverage.said.unused': 'No activity asks for this skill.',
  'coverage.said.needsNothing': 'This activity asks for no skill yet.',
  'coverage.said.trainsNothing': 'This module trains no skill yet.',
  'coverage.said.noCriterion': 'No criterion yet.',

  'coverage.row.modules': 'Modules that train it',
  'coverage.row.activities': 'Activities that ask for it',
  'coverage.row.criteria': 'Criteria',
  'coverage.row.needed': 'Highest level asked for',
  'coverage.row.trained': 'Level trained',
  'coverage.no-mission': 'Under no mission',
  'coverage.profiles': 'Profiles: expected level',

  'coverage.legend.level': 'expected level, 1 to 4',
  'coverage.legend.trained': 'trained, no level said',
  'coverage.legend.gap': 'gap',

  'coverage.cell.needs': '{row} asks for {skill}',
  'coverage.cell.trains': '{row} trains {skill}',
  'coverage.cell.expects': '{row} is to reach {skill}',
  'coverage.cell.level': '{what} at level {level}',
  'coverage.cell.short': {
    one: '{what}, {count} level is missing',
    other: '{what}, {count} levels are missing',
  },
  'coverage.cell.untrained': '{what}, without any module',
  'coverage.cell.count.modules': {
    one: '{skill}: {count} module',
    other: '{skill}: {count} modules',
  },
  'coverage.cell.count.activities': {
    one: '{skill}: {count} activity',
    other: '{skill}: {count} activities',
  },
  'coverage.cell.count.criteria': {
    one: '{skill}: {count} criterion',
    other: '{skill}: {count} criteria',
  },

  'coverage.list.gaps': 'Gaps',
  'coverage.list.skills': 'Skills asked for',
  'coverage.list.short': {
    one: '{count} level is missing',
    other: '{count} levels are missing',
  },
  'coverage.open': 'Open',
  'coverage.link': 'Link',

  'coverage.download': 'Spreadsheet (CSV)',
  'coverage.file': 'coverage',
  'coverage.table.kind': 'Kind',
  'coverage.table.number': 'Number',
  'coverage.table.title': 'Title',
  'coverage.table.mission': 'Mission',
  'coverage.table.gaps': 'Gaps',
};
