// « Enregistré » is counted: what left, what the server says is on disk, and which items the rest touched.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ledger } from '#app/editor/live/ledger.ts';

/** A page that is connected and has answered the server's question. */
function settledLedger(): Ledger {
  const ledger = new Ledger();
  ledger.opened();
  ledger.answered();
  ledger.acknowledged(0, true);
  return ledger;
}

describe('the ledger of what a page wrote', () => {
  test('is settled only once the server has named every message', () => {
    const ledger = settledLedger();
    expect(ledger.settled).toBe(true);
    ledger.sent();
    ledger.wrote(['a']);
    ledger.sent();
    ledger.wrote(['b']);
    expect(ledger.settled).toBe(false);
    expect(ledger.unsavedItems()).toEqual(['a', 'b']);
    ledger.acknowledged(1, false);
    expect(ledger.settled).toBe(false);
    expect(ledger.unsavedItems()).toEqual(['b']);
    ledger.acknowledged(2, true);
    expect(ledger.settled).toBe(true);
    expect(ledger.unsavedItems()).toEqual([]);
  });

  test('believes no count while the state on disk does not reach what was made here', () => {
    const ledger = settledLedger();
    ledger.sent();
    ledger.wrote(['a']);
    ledger.acknowledged(1, false);
    expect(ledger.settled).toBe(false);
  });

  test('after a cut, waits for the answer to the server’s question and its word on it', () => {
    const ledger = settledLedger();
    ledger.wrote(['a']);
    expect(ledger.clean).toBe(false);
    ledger.opened();
    ledger.acknowledged(0, false);
    expect(ledger.settled).toBe(false);
    ledger.sent();
    ledger.answered();
    expect(ledger.settled).toBe(false);
    ledger.acknowledged(1, true);
    expect(ledger.settled).toBe(true);
  });

  test('a message whose acknowledgement was lost in a cut is owed again', () => {
    const ledger = settledLedger();
    ledger.sent();
    ledger.wrote(['a']);
    ledger.opened();
    ledger.answered();
    ledger.acknowledged(0, true);
    expect(ledger.unsavedItems()).toEqual([]);
    expect(ledger.settled).toBe(true);
  });

  test('whatever happens, it is settled exactly when all that was written reached the disk', () => {
    type Event = 'write' | 'cut' | 'disk';
    const events = fc.array(fc.constantFrom<Event>('write', 'cut', 'disk'), { maxLength: 60 });
    fc.assert(
      fc.property(events, (list) => {
        const ledger = settledLedger();
        let made = 0;
        let onDisk = 0;
        let sent = 0;
        let arrived = 0;
        for (const event of list) {
          if (event === 'write') {
            made += 1;
            sent += 1;
            ledger.sent();
            ledger.wrote([`item ${made}`]);
          } else if (event === 'disk') {
            onDisk = made;
            arrived = sent;
            ledger.acknowledged(arrived, true);
          } else {
            sent = 0;
            arrived = 0;
            ledger.opened();
            ledger.acknowledged(0, onDisk === made);
            if (onDisk < made) {
              sent = 1;
              ledger.sent();
            }
            ledger.answered();
          }
          expect(ledger.settled && onDisk < made).toBe(false);
        }
        onDisk = made;
        ledger.acknowledged(sent, true);
        expect(ledger.settled).toBe(true);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
