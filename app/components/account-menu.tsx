// The menu at the end of the bar: who is signed in, display and language, sign-out. It opens without script.
import { Link, useFetcher, useLocation } from '@remix-run/react';
import { useRef } from 'react';
import { paths } from '#core/paths.ts';
import { SPOKEN } from '#locales/catalogue.ts';
import { useLeaveControl } from '../device/leave-control.tsx';
import { useDeviceWaits } from '../device/use-waits.ts';
import { useRoot, useT } from '../language.tsx';
import styles from './account-menu.module.css';
import { Avatar } from './avatar.tsx';
import { LinkButton } from './button.tsx';
import { Icon } from './icon.tsx';

const THEMES = [
  { value: 'system', icon: 'monitor', label: 'common.theme.system' },
  { value: 'light', icon: 'sun', label: 'common.theme.light' },
  { value: 'dark', icon: 'moon', label: 'common.theme.dark' },
] as const;

/** Theme and language: buttons of a plain form; with script the page changes in place. */
function Preferences() {
  const t = useT();
  const root = useRoot();
  const { pathname, search } = useLocation();
  const fetcher = useFetcher();
  const theme = fetcher.formData?.get('theme') ?? root?.theme ?? 'system';
  return (
    <fetcher.Form
      method="post"
      action={paths.preferences}
      className={styles.preferences}
      preventScrollReset
    >
      <input type="hidden" name="back" value={pathname + search} />
      <fieldset>
        <legend className="label">{t('common.theme')}</legend>
        <div className={styles.choices}>
          {THEMES.map(({ value, icon, label }) => (
            <button
              key={value}
              type="submit"
              name="theme"
              value={value}
              aria-pressed={theme === value}
            >
              <Icon name={icon} />
              {t(label)}
            </button>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="label">{t('common.language')}</legend>
        <div className={styles.choices}>
          {SPOKEN.map((language) => (
            <button
              key={language}
              type="submit"
              name="lang"
              value={language}
              lang={language}
              aria-pressed={root?.language === language}
            >
              {t(`common.language.${language}`)}
            </button>
          ))}
        </div>
      </fieldset>
    </fetcher.Form>
  );
}

export function AccountMenu() {
  const t = useT();
  const root = useRoot();
  const { pathname, search } = useLocation();
  const person = root?.person;
  const waits = useDeviceWaits();
  const trigger = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const leave = useLeaveControl(person?.id ?? '', {
    onOpen: () => menu.current?.hidePopover(),
    onStay: () => trigger.current?.focus(),
  });
  const label = person ? t('common.account', { name: person.name }) : t('common.display');
  return (
    <>
      {!person && !pathname.startsWith(paths.signIn()) && pathname !== paths.setup() && (
        <LinkButton look="quiet" to={paths.signIn(pathname + search)}>
          {t('common.sign-in')}
        </LinkButton>
      )}
      {/* The browser's own popover: opens, closes and gives focus back without a line of script. */}
      <button
        ref={trigger}
        type="button"
        className={styles.trigger}
        aria-label={label}
        {...{ popovertarget: 'account-menu' }}
      >
        {person ? <Avatar name={person.name} decorative /> : <Icon name="contrast" />}
      </button>
      <div ref={menu} id="account-menu" className={styles.menu} {...{ popover: 'auto' }}>
        {person && (
          <p className={styles.person}>
            <b>{person.name}</b>
            <span className="quiet small">{t(`common.role.${person.role}`)}</span>
          </p>
        )}
        <Preferences />
        {person && (
          <nav aria-label={t('common.account-nav')}>
            <ul>
              {person.role === 'coordinator' && (
                <>
                  <li>
                    <Link to={paths.people}>
                      <Icon name="users" />
                      {t('common.people')}
                    </Link>
                  </li>
                  <li>
                    <Link to={paths.tokens}>
                      <Icon name="key-round" />
                      {t('common.tokens')}
                    </Link>
                  </li>
                </>
              )}
              {waits.mine && (
                <li>
                  <Link to={paths.device}>
                    <Icon name="wifi-off" />
                    {t('device.title')}
                  </Link>
                </li>
              )}
              <li>
                <Link to={paths.password}>
                  <Icon name="lock" />
                  {t('common.password')}
                </Link>
              </li>
              <li>
                <Link to={paths.letters}>
                  <Icon name="mail" />
                  {t('people.letters.title')}
                </Link>
              </li>
              {leave.items}
            </ul>
          </nav>
        )}
      </div>
      {leave.dialog}
    </>
  );
}
