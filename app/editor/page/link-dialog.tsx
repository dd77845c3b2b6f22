// The address of a link: only such as may stand in a document.
import { useState } from 'react';
import { safeHref } from '#core/document/links.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { FormFields, TextField } from '../../components/field.tsx';
import { useT } from '../../language.tsx';
import type { Section } from '../live/section.ts';
import { useSectionPage } from './context.ts';
import { linkAddress } from './link-address.ts';
import { useSignal } from './use-signal.ts';

export function LinkDialog({ section }: { readonly section: Section }) {
  const t = useT();
  const { beside } = useSectionPage();
  const open = useSignal(beside, null);
  return (
    <Dialog
      title={t('section.link.title')}
      isOpen={open?.kind === 'link' && section.desk.inUse.value !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) beside.set(null);
      }}
    >
      {(close) => <LinkForm section={section} close={close} />}
    </Dialog>
  );
}

function LinkForm({ section, close }: { readonly section: Section; readonly close: () => void }) {
  const t = useT();
  const { link } = section.desk.formatting.value;
  const [wrong, setWrong] = useState<string | null>(null);
  const set = (href: string) => {
    close();
    // Once the dialog has given the focus back.
    requestAnimationFrame(() => section.desk.editor?.link(href));
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = String(new FormData(event.currentTarget).get('address') ?? '');
        const href = safeHref(linkAddress(typed));
        if (href === null) setWrong(typed);
        else set(href);
      }}
    >
      <FormFields
        state={
          wrong === null
            ? undefined
            : {
                intent: '',
                message: '',
                values: { address: wrong },
                errors: { address: t('section.link.wrong') },
              }
        }
      >
        <TextField
          name="address"
          label={t('section.link.address')}
          hint={t('section.link.hint')}
          defaultValue={link}
          inputMode="url"
          autoFocus
        />
      </FormFields>
      <DialogActions>
        <Button look="primary" type="submit">
          {t('section.link.set')}
        </Button>
        {link !== '' && (
          <Button icon="unlink" onPress={() => set('')}>
            {t('section.link.unset')}
          </Button>
        )}
        <Button onPress={close}>{t('common.cancel')}</Button>
      </DialogActions>
    </form>
  );
}
