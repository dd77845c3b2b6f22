// The templates of the product, as data: a new profession adds one here and touches no code.
import type { FieldDefinition, KindDefinition, Template } from './template.ts';

const assessment: FieldDefinition = { key: 'assessment', type: 'text' };
const skillLevels = { to: ['skill'], level: true } as const;

const criterionUnder = (under: readonly string[]): KindDefinition => ({
  key: 'criterion',
  under,
  fields: [],
  references: [],
  assesses: true,
  number: { style: 'none' },
});

const jobReference: Template = {
  key: 'job-reference',
  rooms: [
    { key: 'missions', sections: ['missions'] },
    { key: 'skills', sections: ['skills'] },
    { key: 'training', sections: ['training'] },
  ],
  sections: [
    {
      key: 'missions',
      kinds: [
        {
          key: 'mission',
          under: [''],
          fields: [assessment],
          references: [],
          number: { style: 'prefix', prefix: { fr: 'M', en: 'M' } },
        },
        {
          key: 'activity',
          under: ['mission'],
          fields: [],
          references: [{ ...skillLevels, says: 'needs' }],
          number: { style: 'nested' },
        },
        criterionUnder(['mission', 'activity']),
      ],
    },
    {
      key: 'skills',
      kinds: [
        {
          key: 'skillBlock',
          under: [''],
          fields: [],
          references: [],
          number: { style: 'prefix', prefix: { fr: 'B', en: 'B' } },
        },
        {
          key: 'skill',
          under: ['', 'skillBlock'],
          fields: [
            {
              key: 'skillType',
              type: 'choice',
              choices: ['knowledge', 'knowhow', 'interpersonal'],
            },
          ],
          references: [],
          number: { style: 'prefix', prefix: { fr: 'C', en: 'S' } },
        },
        criterionUnder(['skill']),
      ],
    },
    {
      key: 'training',
      kinds: [
        {
          key: 'profile',
          under: [''],
          fields: [],
          references: [{ ...skillLevels, says: 'expects' }],
          number: { style: 'prefix', prefix: { fr: 'P', en: 'P' } },
        },
        {
          key: 'pathway',
          under: [''],
          fields: [],
          references: [],
          number: { style: 'prefix', prefix: { fr: 'Pc', en: 'Pw' } },
        },
        {
          key: 'module',
          under: ['', 'pathway'],
          fields: [
            { key: 'hours', type: 'number' },
            {
              key: 'mode',
              type: 'choice',
              choices: ['in-person', 'remote', 'blended', 'on-the-job'],
            },
          ],
          references: [{ to: ['skill'], level: 'optional', says: 'trains' }],
          number: { style: 'prefix', prefix: { fr: 'F', en: 'T' } },
        },
      ],
    },
  ],
};

const anythingElsewhere = {
  to: ['mission', 'activity', 'skill', 'module'],
  level: false,
  elsewhere: true,
};

const advocacy: Template = {
  key: 'advocacy',
  rooms: [{ key: 'recommendations', sections: ['recommendations'] }],
  sections: [
    {
      key: 'recommendations',
      kinds: [
        {
          key: 'recommendation',
          under: [''],
          fields: [{ key: 'addressee', type: 'text' }],
          references: [anythingElsewhere],
          number: { style: 'prefix', prefix: { fr: 'R', en: 'R' } },
        },
      ],
    },
  ],
};

const card = (key: string, prefix: { fr: string; en: string }): KindDefinition => ({
  key,
  under: [''],
  fields: [],
  references: [anythingElsewhere],
  number: { style: 'prefix', prefix },
});

const idealSystem: Template = {
  key: 'ideal-system',
  rooms: [{ key: 'canvas', sections: ['causes', 'levers', 'resources'] }],
  sections: [
    { key: 'causes', kinds: [card('cause', { fr: 'CS', en: 'SC' })] },
    { key: 'levers', kinds: [card('lever', { fr: 'L', en: 'L' })] },
    { key: 'resources', kinds: [card('resource', { fr: 'RS', en: 'RS' })] },
  ],
};

export const TEMPLATES: readonly Template[] = [jobReference, advocacy, idealSystem];

/** The template of that key, or undefined: a stored framework may name one that is gone. */
export function templateOf(key: string): Template | undefined {
  return TEMPLATES.find((template) => template.key === key);
}

/** The key of the room that holds a section, or undefined where the template has no such section. */
export function roomOfSection(template: Template, section: string): string | undefined {
  return template.rooms.find((room) => room.sections.includes(section))?.key;
}
