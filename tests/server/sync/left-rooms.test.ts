// SY-51: rooms that were opened and left leave nothing in memory.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('SY-51 of ten thousand rooms that people opened, wrote in and left nothing is left: no object, no timer, no memory that grows', () => {
  const program = join(import.meta.dirname, 'ten-thousand-rooms.ts');
  const said = execFileSync(process.execPath, ['--expose-gc', '--import', 'tsx', program], {
    encoding: 'utf8',
  });
  const left = JSON.parse(said) as { bytesPerRoom: number };
  expect(left).toMatchObject({
    rooms: 0,
    connections: 0,
    unsaved: 0,
    waiting: 0,
    objects: [0, 0, 0, 0],
  });
  expect(left.bytesPerRoom).toBeLessThan(100);
}, 240_000);
