import { Tooltip } from '@mantine/core';
import { type Icon, IconActivity, IconDatabase, IconRoute, IconSubtask } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.ts';
import { Brand } from './brand.tsx';
import classes from './shell.module.css';
import { UserMenu } from './user-menu.tsx';

type Place = 'workflows' | 'runs' | 'data' | 'projects';

const places: readonly { place: Place; to: `/${Place}`; icon: Icon; permission: string }[] = [
  { place: 'workflows', to: '/workflows', icon: IconRoute, permission: 'workflow:read' },
  { place: 'runs', to: '/runs', icon: IconActivity, permission: 'workflow:read' },
  { place: 'data', to: '/data', icon: IconDatabase, permission: 'workflow:read' },
  { place: 'projects', to: '/projects', icon: IconSubtask, permission: 'project:read' },
];

/** Only what exists and may be seen; the current place is marked with a piece of wet pipe. */
export function Navigation({ rail, onNavigate }: { rail: boolean; onNavigate?: (() => void) | undefined }) {
  const { t } = useTranslation('common');
  return (
    <nav className={classes.navigation} data-rail={rail || undefined} aria-label={t(($) => $.navigation.label)}>
      <Link to="/workflows" className={classes.home} aria-label={t(($) => $.product)} onClick={onNavigate}>
        <Brand />
      </Link>
      <ul className={classes.places}>
        {places.map((place) => (
          <NavigationItem key={place.place} {...place} rail={rail} onNavigate={onNavigate} />
        ))}
      </ul>
      <UserMenu rail={rail} />
    </nav>
  );
}

function NavigationItem({
  place,
  to,
  icon: Glyph,
  permission,
  rail,
  onNavigate,
}: (typeof places)[number] & { rail: boolean; onNavigate?: (() => void) | undefined }) {
  const { t } = useTranslation('common');
  const may = useMay(permission);
  const current = useRouterState({ select: ({ location }) => location.pathname.startsWith(to) });
  if (!may) return null;
  const word = t(($) => $.navigation[place]);
  return (
    <li>
      <Tooltip label={word} position="right" disabled={!rail}>
        <Link
          to={to}
          className={classes.place}
          data-current={current || undefined}
          aria-current={current ? 'page' : undefined}
          aria-label={rail ? word : undefined}
          onClick={onNavigate}
        >
          <Glyph size={17} stroke={1.65} aria-hidden />
          {!rail && <span>{word}</span>}
        </Link>
      </Tooltip>
    </li>
  );
}
