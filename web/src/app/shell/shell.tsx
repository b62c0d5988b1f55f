import { useMediaQuery } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useMatches, useRouteContext } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { startLive } from '../../api/live.ts';
import { useTRPCClient } from '../../api/trpc.ts';
import { SessionProvider } from '../../session/session.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import { Loading } from '../../ui/states.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import { Navigation } from './navigation.tsx';
import classes from './shell.module.css';

// Wide pages have no drawer, so they do not fetch it.
const NarrowBar = lazyPart(() => import('./narrow-bar.tsx'), 'NarrowBar');

/** Navigation beside the page; under 1,100 px the navigation is a drawer. */
export function Shell() {
  const { session } = useRouteContext({ from: '/shell' });
  useLiveUpdates();
  return (
    <SessionProvider value={session}>
      <Frame />
    </SessionProvider>
  );
}

function Frame() {
  const { t } = useTranslation('common');
  const wide = useMediaQuery('(min-width: 1100px)', true, { getInitialValueInEffect: false });
  const work = useMatches({ select: (matches) => matches.some((match) => match.staticData.work === true) });
  const narrowBar = (
    <Suspense fallback={<div className={classes.narrowBar} data-inline={work || undefined} />}>
      <NarrowBar inline={work} />
    </Suspense>
  );
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        {t(($) => $.skipToContent)}
      </a>
      {wide ? <Navigation rail={work} /> : null}
      <div className={classes.column}>
        {!wide && !work && narrowBar}
        <ConnectionBar />
        {!wide && work && narrowBar}
        <main id="main" className={classes.main} tabIndex={-1}>
          <div className={classes.page} data-work={work || undefined}>
            <Suspense fallback={<Loading what={t(($) => $.thePage)} />}>
              <Outlet />
            </Suspense>
          </div>
          {/* Menus and dialogs belong to the main landmark; outside the scrolling page nothing cuts them off. */}
          <div id="overlays" />
        </main>
      </div>
    </div>
  );
}

function useLiveUpdates(): void {
  const client = useTRPCClient();
  const queries = useQueryClient();
  useEffect(() => startLive(client, queries), [client, queries]);
}
