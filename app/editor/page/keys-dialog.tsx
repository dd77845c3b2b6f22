// The keys of the editor, where they can be looked up.
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useT } from '../../language.tsx';
import { useSectionPage } from './context.ts';
import { COMMENT_KEYS, levelKeys, shiftKeys } from './item-acts.ts';
import styles from './keys.module.css';
import { useSignal } from './use-signal.ts';
import { isApple, keyWords } from './words.ts';

export function KeysDialog() {
  const t = useT();
  const { beside } = useSectionPage();
  const open = useSignal(beside, null);
  const apple = isApple();
  const shift = shiftKeys(apple);
  const level = levelKeys(apple);
  const rows = [
    { word: t('section.keys.write'), keys: ['Enter'] },
    { word: t('section.keys.leave'), keys: ['Escape'] },
    { word: t('section.keys.walk'), keys: ['ArrowUp', 'ArrowDown'] },
    { word: t('section.keys.new'), keys: ['Mod-Enter'] },
    { word: t('section.keys.level'), keys: [level.up, level.down] },
    { word: t('section.keys.shift'), keys: [shift.earlier, shift.later] },
    { word: t('section.keys.bin'), keys: ['Delete'] },
    { word: t('section.keys.undo'), keys: ['Mod-z', 'Mod-y'] },
    { word: t('section.keys.format'), keys: ['Mod-b', 'Mod-i', 'Mod-Shift-s'] },
    { word: t('section.keys.link'), keys: ['Mod-k'] },
    { word: t('comments.start'), keys: [COMMENT_KEYS] },
  ];
  return (
    <Dialog
      title={t('section.keys.title')}
      isOpen={open?.kind === 'keys'}
      onOpenChange={(isOpen) => {
        if (!isOpen) beside.set(null);
      }}
    >
      {(close) => (
        <>
          <dl className={styles.keys}>
            {rows.map(({ word, keys }) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>
                  {keys.map((key) => (
                    <kbd key={key}>{keyWords(t, key, apple)}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
          <div>
            <Button onPress={close}>{t('common.close')}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
