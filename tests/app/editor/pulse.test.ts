// A connection that says nothing: when the server is late, when a dead connection is given up, and what wakes it. Time is held.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Beating, Pulse } from '#app/editor/live/pulse.ts';
import { Stall } from '#app/editor/live/stall.ts';
import { MESSAGE } from '#core/document/wire.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('SY-40 a server that is late', () => {
  test('is so 3 s after the first word that waits, however much one types on', () => {
    const late = vi.fn();
    const stall = new Stall(3_000, late);
    for (let i = 0; i < 29; i++) {
      stall.watch(true);
      vi.advanceTimersByTime(100);
    }
    expect(stall.late).toBe(false);
    vi.advanceTimersByTime(100);
    expect(stall.late).toBe(true);
    stall.watch(true);
    vi.advanceTimersByTime(10_000);
    expect(late).toHaveBeenCalledTimes(1);
  });

  test('is not so while it goes on saying that more is on disk, nor where nothing waits', () => {
    const late = vi.fn();
    const stall = new Stall(3_000, late);
    for (let i = 0; i < 10; i++) {
      stall.watch(true);
      vi.advanceTimersByTime(2_900);
      stall.heard();
    }
    stall.watch(true);
    vi.advanceTimersByTime(2_900);
    stall.watch(false);
    vi.advanceTimersByTime(60_000);
    expect(late).not.toHaveBeenCalled();
    expect(stall.late).toBe(false);
  });

  test('is late no longer once it was heard, and may be late again', () => {
    const late = vi.fn();
    const stall = new Stall(3_000, late);
    stall.watch(true);
    vi.advanceTimersByTime(3_000);
    stall.heard();
    expect(stall.late).toBe(false);
    stall.watch(true);
    vi.advanceTimersByTime(3_000);
    expect(stall.late).toBe(true);
    expect(late).toHaveBeenCalledTimes(2);
  });
});

class Line implements Beating {
  readonly sent: number[] = [];
  ws: Beating['ws'] = null;
  wsconnected = false;
  wsLastMessageReceived = 0;
  readonly acts: string[] = [];
  readonly #listeners = new Set<Parameters<Beating['on']>[1]>();

  on(_event: 'status', listener: Parameters<Beating['on']>[1]): void {
    this.#listeners.add(listener);
  }
  off(_event: 'status', listener: Parameters<Beating['off']>[1]): void {
    this.#listeners.delete(listener);
  }
  tell(status: 'connected' | 'connecting' | 'disconnected'): void {
    for (const listener of this.#listeners) listener({ status });
  }
  connect(): void {
    this.acts.push('connect');
  }
  disconnect(): void {
    this.acts.push('disconnect');
  }
  open(): void {
    this.ws = {
      readyState: 1,
      OPEN: 1,
      send: (bytes) => {
        if (bytes instanceof Uint8Array) this.sent.push(bytes[0] ?? -1);
      },
    };
    this.wsconnected = true;
  }
}

const TIMES = { answer: 8_000, opening: 15_000 };

describe('B12 a connection that may be gone without a word', () => {
  test('is asked, and given up for a new one where nothing comes', () => {
    const line = new Line();
    const pulse = new Pulse(line, TIMES);
    line.open();
    pulse.ask();
    pulse.ask();
    expect(line.sent).toEqual([MESSAGE.queryAwareness]);
    vi.advanceTimersByTime(7_999);
    expect(line.acts).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(line.acts).toEqual(['disconnect', 'connect']);
  });

  test('is kept where anything at all comes, and where another took its place meanwhile', () => {
    const line = new Line();
    const pulse = new Pulse(line, TIMES);
    line.open();
    pulse.ask();
    line.wsLastMessageReceived = 1;
    vi.advanceTimersByTime(60_000);
    pulse.ask();
    line.open();
    vi.advanceTimersByTime(60_000);
    expect(line.acts).toEqual([]);
  });

  test('is not asked while it is none', () => {
    const line = new Line();
    const pulse = new Pulse(line, TIMES);
    pulse.ask();
    line.open();
    line.wsconnected = false;
    pulse.ask();
    vi.advanceTimersByTime(60_000);
    expect(line.sent).toEqual([]);
    expect(line.acts).toEqual([]);
  });

  test('that does not open is given up long before a browser would, one that opens is not', () => {
    const line = new Line();
    new Pulse(line, TIMES);
    line.tell('connecting');
    vi.advanceTimersByTime(14_999);
    line.open();
    line.tell('connected');
    vi.advanceTimersByTime(60_000);
    expect(line.acts).toEqual([]);
    line.wsconnected = false;
    line.tell('connecting');
    vi.advanceTimersByTime(15_000);
    expect(line.acts).toEqual(['disconnect', 'connect']);
  });

  test('is left alone once the page is gone', () => {
    const line = new Line();
    const pulse = new Pulse(line, TIMES);
    line.open();
    pulse.ask();
    line.tell('connecting');
    pulse.destroy();
    line.tell('connecting');
    vi.advanceTimersByTime(60_000);
    expect(line.acts).toEqual([]);
  });
});
