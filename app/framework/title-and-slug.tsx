// A title, and the address proposed from it until somebody writes another one.
import { useState } from 'react';
import { slugOf } from '#core/framework/slug.ts';
import { TextField, useTyped } from '../components/field.tsx';
import { useT } from '../language.tsx';

/** `address` is what stands before the slug, `proposed` a first title. Without script the server proposes the slug. */
export function TitleAndSlug({
  address,
  proposed = '',
}: {
  readonly address: string;
  readonly proposed?: string;
}) {
  const t = useT();
  const typed = useTyped('slug');
  const [own, setOwn] = useState<string | null>(typed ?? null);
  const [title, setTitle] = useState(proposed);
  const slug = own ?? slugOf(title);
  return (
    <>
      <TextField
        name="title"
        label={t('home.new.name')}
        defaultValue={proposed}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextField
        name="slug"
        label={t('home.new.slug')}
        hint={
          <>
            {t('home.new.slug.hint')} <span className="url">{`${address}${slug || '…'}`}</span>
          </>
        }
        value={slug}
        onChange={(event) => setOwn(event.currentTarget.value || null)}
        autoCapitalize="none"
        spellCheck={false}
      />
    </>
  );
}
