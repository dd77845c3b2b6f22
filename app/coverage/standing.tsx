// Whether the table follows the text: said quietly while it does, and what to do where it no longer does.
import { Button } from '../components/button.tsx';
import { useT } from '../language.tsx';
import type { LiveCoverageState } from './live.ts';

export function Standing({ standing }: { readonly standing: LiveCoverageState['standing'] }) {
  const t = useT();
  return (
    <span role="status" data-standing={standing}>
      {standing === 'live' && t('coverage.live')}
      {standing === 'waiting' && t('coverage.waiting')}
      {standing === 'stopped' && (
        <>
          {t('coverage.stopped')}{' '}
          <Button size="small" onPress={() => window.location.reload()}>
            {t('coverage.reload')}
          </Button>
        </>
      )}
    </span>
  );
}
