// What the page says of its connection, for every state it can be in: true, in words, and never « Enregistré » by a guess.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConnectionState } from '#app/editor/live/connection.ts';
import { BEFORE, type PageFacts, standingOf, wordOf } from '#app/editor/page/standing.ts';
import {
  ANOTHERS_WORDS,
  CLOSE,
  PUT_RIGHT,
  REFUSED_REASONS,
  SOMEBODY_ELSE,
  TEXT_REPLACED,
  TOO_MANY_PAGES,
  TOO_MANY_PEOPLE,
} from '#core/document/wire.ts';
import { translator } from '#locales/catalogue.ts';

const LIVE: ConnectionState = { ...BEFORE, phase: 'live', loaded: true };

const FACTS: PageFacts = {
  mayWrite: true,
  me: { id: 'a', name: 'Alix' },
  messageBytes: 8 * 2 ** 20,
  signedIn: null,
};

const states: fc.Arbitrary<ConnectionState> = fc.record({
  phase: fc.constantFrom('opening', 'live', 'offline', 'stopped'),
  loaded: fc.boolean(),
  saved: fc.boolean(),
  code: fc.constantFrom(null, 1006, 1009, ...Object.values(CLOSE)),
  reason: fc.constantFrom('', 'unreadable', 'unavailable', 'too many updates'),
  late: fc.boolean(),
  device: fc.constantFrom('kept', 'writing', 'failed'),
  refused: fc.constantFrom(null, ...REFUSED_REASONS),
  unsaved: fc.constant([]),
});

describe('the word in the bar', () => {
  test('SY-40 is « Enregistré » only while connected and with nothing on the way', () => {
    fc.assert(
      fc.property(states, (state) => {
        if (wordOf(state) !== 'saved') return;
        expect(state).toMatchObject({ phase: 'live', saved: true });
      }),
      { seed: 40 },
    );
  });

  test.each([
    [LIVE, 'saved'],
    [{ ...LIVE, saved: false }, 'saving'],
    [{ ...LIVE, saved: false, late: true }, 'late'],
    [{ ...LIVE, phase: 'offline' }, 'offline'],
    [{ ...LIVE, phase: 'stopped', saved: false }, 'refused'],
    [{ ...LIVE, phase: 'stopped' }, 'stopped'],
    [BEFORE, 'opening'],
  ] as const)('%j is %s', (state, word) => {
    expect(wordOf(state)).toBe(word);
  });
});

describe('the sentences', () => {
  const say = (change: Partial<ConnectionState>, facts: Partial<PageFacts> = {}) => {
    const standing = standingOf({ ...LIVE, ...change }, { ...FACTS, ...facts });
    return standing?.sentences.map((key) => translator('fr')(key, standing.values)).join(' ') ?? '';
  };
  const ended = (code: number, reason = '') => say({ phase: 'offline', code, reason });

  test('there are none while all is well, and none for what is only on its way', () => {
    expect(say({})).toBe('');
    expect(say({ saved: false })).toBe('');
  });

  test('each reason has its own, in both languages, without a code or a word of the trade', () => {
    const finals = [4401, 4403, 4404, 4409, 4413, 1009];
    const said = [
      ...finals.map((code) => say({ phase: 'stopped', code })),
      say({ phase: 'stopped', code: CLOSE.notSignedIn, reason: SOMEBODY_ELSE }),
      ...REFUSED_REASONS.map((refused) => say({ phase: 'stopped', refused })),
      say({ phase: 'stopped', code: CLOSE.noRoom, reason: TEXT_REPLACED }),
      ended(CLOSE.restarting),
      ended(CLOSE.restarting, PUT_RIGHT),
      ended(CLOSE.slowReader),
      ended(CLOSE.rubbish, ANOTHERS_WORDS),
      ended(CLOSE.tooMany, TOO_MANY_PAGES),
      ended(CLOSE.tooMany, TOO_MANY_PEOPLE),
      ended(CLOSE.tooMany, 'too many updates'),
      ended(CLOSE.unreadable, 'unreadable'),
      ended(CLOSE.unreadable, 'unavailable'),
      ended(1006),
      say({ saved: false, late: true }),
    ];
    // The two of "too large" say the same.
    expect(new Set(said).size).toBe(said.length - 1);
    for (const text of said) {
      expect(text).toMatch(/^[A-ZÀ-Þ].*\.$/);
      expect(text).not.toMatch(/\d{3}|websocket|socket|erreur|base de données/i);
    }
  });

  test('SY-69 who holds a text in whose place another stands is told to load the page again', () => {
    const gone = { ...LIVE, phase: 'stopped', code: CLOSE.noRoom } as const;
    expect(standingOf({ ...gone, reason: TEXT_REPLACED }, FACTS)?.way).toBe('reload');
    expect(standingOf(gone, FACTS)?.way).toBeNull();
  });

  test('SY-41 whoever may write hears that they may go on, whoever reads does not', () => {
    for (const change of [{ phase: 'offline' }, { saved: false, late: true }] as const) {
      expect(say(change)).toContain('Vous pouvez continuer à écrire');
      expect(say({ ...change, phase: 'offline' }, { mayWrite: false })).not.toContain('écrire');
    }
  });

  test('SY-42 says where the words are: on the device only while it takes them', () => {
    for (const change of [{ phase: 'offline' }, { saved: false, late: true }] as const) {
      expect(say({ ...change, device: 'kept' })).toContain('sur cet appareil');
      expect(say({ ...change, device: 'writing' })).not.toContain('sont gardés');
      expect(say({ ...change, device: 'failed' })).toContain('dans cette page');
      expect(say({ ...change, device: 'failed' })).toContain('Ne la fermez pas');
    }
  });

  test.each([
    [{ code: 4413 }, '8 Mo'],
    [{ code: 1009 }, '8 Mo'],
  ])('names the limit of what is too large: %j', (change, limit) => {
    expect(say({ phase: 'stopped', ...change }).replaceAll('\u00a0', ' ')).toContain(limit);
  });

  test('SY-37 says who is signed in now, and with whom the words will leave', () => {
    const over = { phase: 'stopped', code: CLOSE.notSignedIn } as const;
    const now = (person: string, name: string) => ({ signedIn: { person, name, archived: false } });
    expect(say(over, now('', ''))).toContain('Votre session est terminée');
    expect(say(over, now('a', 'Alix'))).toContain('à votre nom');
    const other = say({ ...over, unsaved: ['i'] }, now('b', 'Basile'));
    expect(other).toContain('c’est Basile qui utilise maintenant ce navigateur');
    expect(other).toContain('attend sur cet appareil, et ne partira qu’avec Alix');
    for (const device of ['writing', 'failed'] as const) {
      const said = say({ ...over, unsaved: ['i'], device }, now('b', 'Basile'));
      expect(said).toContain('n’est que dans cette page');
      expect(said).not.toContain('sur cet appareil');
    }
  });

  test('says of an archived framework that it is, and not that rights have changed', () => {
    const signedIn = { person: 'a', name: 'Alix', archived: true };
    expect(say({ phase: 'stopped', code: CLOSE.noRight }, { signedIn })).toContain('archivé');
  });

  test('nothing final is said of what comes back by itself, and the other way round', () => {
    fc.assert(
      fc.property(states, fc.boolean(), (state, mayWrite) => {
        expect(standingOf(state, { ...FACTS, mayWrite })?.final ?? false).toBe(
          state.phase === 'stopped',
        );
      }),
      { seed: 41 },
    );
  });
});
