// The real time for rooms.
import type { RoomClock } from './ports.ts';

export const systemClock: RoomClock = {
  now: () => new Date(),
  turn: (act) => {
    setImmediate(act);
  },
  later: (ms, act) => {
    setTimeout(act, ms).unref();
  },
};
