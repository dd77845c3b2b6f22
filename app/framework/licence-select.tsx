// Choosing what others may do with a framework.
import { isMessageKey } from '#locales/catalogue.ts';
import { Select } from '../components/field.tsx';
import { useT } from '../language.tsx';
import { licencesWith } from './licences.ts';

export function LicenceSelect({ defaultValue }: { readonly defaultValue: string }) {
  const t = useT();
  return (
    <Select
      name="licence"
      label={t('home.new.licence')}
      hint={t('home.new.licence.hint')}
      defaultValue={defaultValue}
    >
      {licencesWith(defaultValue).map((licence) => {
        const key = `framework.licence.${licence || 'none'}`;
        return (
          <option key={licence} value={licence}>
            {isMessageKey(key) ? t(key) : licence}
          </option>
        );
      })}
    </Select>
  );
}
