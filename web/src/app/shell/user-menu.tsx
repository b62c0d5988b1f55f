import { type MantineColorScheme, Menu, UnstyledButton, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { IconLogout, IconSelector } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { switchLocale } from '../../i18n/i18n.ts';
import { isLocale, locales } from '../../i18n/locales.ts';
import { signOut } from '../../session/auth-calls.ts';
import { useSession } from '../../session/session.ts';
import classes from './shell.module.css';

const schemes = ['light', 'dark', 'auto'] as const satisfies readonly MantineColorScheme[];

/** Who is signed in; language and colours; the way out. */
export function UserMenu({ rail }: { rail: boolean }) {
  const { t, i18n } = useTranslation('common');
  const session = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = useSignOut();
  return (
    <Menu position={rail ? 'right-end' : 'top-start'} width={220} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton
          className={classes.user}
          aria-label={rail ? t(($) => $.userMenu.label, { name: session.user.name }) : undefined}
        >
          <span className={classes.avatar} aria-hidden>
            {initials(session.user.name)}
          </span>
          {!rail && (
            <>
              <VisuallyHidden>{t(($) => $.userMenu.account)}</VisuallyHidden>
              <span className={classes.who}>
                <span className={classes.userName}>{session.user.name}</span>
                <span className={classes.tenant}>{session.tenant.name}</span>
              </span>
              <IconSelector size={15} stroke={1.7} aria-hidden />
            </>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {t(($) => $.userMenu.signedInAs, { email: session.user.email, role: t(($$) => $$.roles[session.role]) })}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t(($) => $.userMenu.language)}</Menu.Label>
        <Menu.RadioGroup
          value={i18n.language}
          onChange={(value) => {
            if (isLocale(value)) void switchLocale(value);
          }}
        >
          {locales.map((locale) => (
            <Menu.RadioItem key={locale} value={locale}>
              {t(($) => $.locales[locale])}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t(($) => $.userMenu.colours)}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
          {schemes.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {t(($) => $.colourSchemes[scheme])}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={15} stroke={1.7} aria-hidden />} onClick={leave}>
          {t(($) => $.userMenu.signOut)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useSignOut(): () => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await signOut().catch(() => undefined);
    await navigate({ to: '/sign-in', search: {} });
    // Nothing of the one who left may be seen by the one who comes.
    queries.clear();
  };
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => (word ?? '').slice(0, 1))
    .join('')
    .toUpperCase();
}
