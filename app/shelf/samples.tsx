// The sample frameworks on the shelf: what they are, the way to remove them, and what a removal did.
import { useSearchParams } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import { LinkButton } from '../components/button.tsx';
import { Callout } from '../components/callout.tsx';
import { useT } from '../language.tsx';
import styles from './shelf.module.css';

/** At the foot of the shelf, for coordinators. */
export function Samples() {
  const t = useT();
  return (
    <section className={styles.samples}>
      <Callout
        action={
          <LinkButton size="small" to={paths.samples}>
            {t('home.samples.remove')}
          </LinkButton>
        }
      >
        <p className="small">{t('home.samples.text')}</p>
      </Callout>
    </section>
  );
}

/** What the removal did, told by the address it came back to. */
export function SamplesRemoved() {
  const t = useT();
  const [params] = useSearchParams();
  const removed = Number(params.get('removed') ?? 0);
  const archived = Number(params.get('archived') ?? 0);
  if (!params.has('removed') || !Number.isInteger(removed) || !Number.isInteger(archived)) {
    return null;
  }
  return (
    <div className={styles.told}>
      <Callout tone="done">
        <p>
          {t('home.samples.removed', { count: removed })}{' '}
          {archived > 0 && t('home.samples.archived', { count: archived })}
        </p>
      </Callout>
    </div>
  );
}
