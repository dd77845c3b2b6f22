// One text for which words wait: why they do, item by item what they say, and what can be done with them.
import { paths } from '#core/paths.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { Dialog, DialogActions } from '../components/dialog.tsx';
import { Moment } from '../components/moment.tsx';
import { useT } from '../language.tsx';
import type { KeptWords } from './database.ts';
import { DownloadButton } from './download-button.tsx';
import styles from './panel.module.css';
import { type StillWaiting, titleOf } from './send-waiting.ts';
import { isReworded } from './waiting.ts';
import { nameOfWords, textOfRooms, withoutTitle } from './words-text.ts';

function Item({ words, lang }: { readonly words: KeptWords; readonly lang: string }) {
  const t = useT();
  const after = withoutTitle(words.after, words.title);
  const before = withoutTitle(words.before, words.title);
  return (
    <li className={styles.item}>
      <h3 className={styles.name} lang={lang}>
        {nameOfWords(t, words)}
      </h3>
      {isReworded(words) ? (
        after !== '' && (
          <p className={styles.words} lang={lang} dir="auto">
            {after}
          </p>
        )
      ) : (
        <p className="quiet small">{t('device.not-words')}</p>
      )}
      {isReworded(words) && before !== '' && (
        <p className={`${styles.before} quiet small`}>
          {t('device.before')}{' '}
          <span className={styles.words} lang={lang} dir="auto">
            {before}
          </span>
        </p>
      )}
    </li>
  );
}

/** Asks first: these words are nowhere else. */
function Discard({ onDiscard }: { readonly onDiscard: () => void }) {
  const t = useT();
  return (
    <Dialog
      title={t('device.discard.title')}
      trigger={
        <Button look="danger" icon="trash-2">
          {t('device.discard')}
        </Button>
      }
    >
      {(close) => (
        <>
          <p>{t('device.discard.text')}</p>
          <DialogActions>
            <Button look="primary" autoFocus onPress={close}>
              {t('device.discard.keep')}
            </Button>
            <Button
              look="danger"
              onPress={() => {
                close();
                onDiscard();
              }}
            >
              {t('device.discard.do')}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}

export function WaitingWords({
  room,
  bare = false,
  onDiscard,
}: {
  readonly room: StillWaiting;
  /** Without anything to be done about them: that stands beside. */
  readonly bare?: boolean;
  /** Without it the words cannot be thrown away here. */
  readonly onDiscard?: () => void;
}) {
  const t = useT();
  const { place, words, now, why, limit, updates } = room;
  const written = updates.at(-1)?.at;
  const section = words.find((one) => one.section !== '')?.section;
  const text = textOfRooms(t, [room], titleOf);
  return (
    <section className={`${styles.room} sheet`} data-waiting-room={room.room} data-why={why}>
      <h2 className={styles.title} lang={place.language}>
        {titleOf(room)}
      </h2>
      <p>{t(`device.why.${why}`, { limit })}</p>
      {written !== undefined && (
        <p className="quiet small">
          {t('device.written-at')}{' '}
          <Moment instant={new Date(written).toISOString()} style="moment" />
        </p>
      )}
      {words.length === 0 ? (
        <p>{t('device.no-words')}</p>
      ) : (
        <ul className={styles.items}>
          {words.map((one) => (
            <Item key={`${one.page}/${one.item}`} words={one} lang={place.language} />
          ))}
        </ul>
      )}
      {!bare && (
        <div className="row">
          <CopyButton text={text}>{t('device.copy')}</CopyButton>
          <DownloadButton text={text}>{t('device.download')}</DownloadButton>
          {now && section && (
            <LinkButton to={paths.write(now.slug, section)}>{t('device.open')}</LinkButton>
          )}
          {onDiscard && <Discard onDiscard={onDiscard} />}
        </div>
      )}
    </section>
  );
}
