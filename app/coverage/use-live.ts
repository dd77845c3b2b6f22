// Brings the live part of the page in after the table is readable, and takes it down with the page.
import { useEffect, useState } from 'react';
import { useSignal } from '../editor/page/use-signal.ts';
import { followWaking } from '../editor/page/waking.ts';
import type { LiveCoverage, LiveCoverageOptions, LiveCoverageState } from './live.ts';

const NOTHING_YET: LiveCoverageState = { coverage: null, standing: 'opening' };

/** Follows the working text; nothing is followed where `options` is null. */
export function useLiveCoverage(
  options: Omit<LiveCoverageOptions, 'url'> | null,
): LiveCoverageState {
  const [live, setLive] = useState<LiveCoverage | null>(null);
  const key = options && [options.framework, options.slug, options.person].join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that tells one from another.
  useEffect(() => {
    if (!options) return;
    let dead = false;
    let made: LiveCoverage | null = null;
    let asleep = () => {};
    void import('./live.ts').then((module) => {
      if (dead) return;
      const url = `${window.location.origin.replace(/^http/, 'ws')}/sync`;
      made = new module.LiveCoverage({ ...options, url });
      asleep = followWaking(() => made?.wake(), window);
      setLive(made);
    });
    return () => {
      dead = true;
      asleep();
      made?.destroy();
      setLive(null);
    };
  }, [key]);
  return useSignal(live?.state, NOTHING_YET);
}
