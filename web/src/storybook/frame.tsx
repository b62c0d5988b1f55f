import { DirectionProvider, MantineProvider } from '@mantine/core';
import { type ReactNode, Suspense, useLayoutEffect } from 'react';
import { AnnouncerProvider } from '../ui/announcer.tsx';
import { cssVariablesResolver } from '../ui/theme/css-variables.ts';
import { theme } from '../ui/theme/theme.ts';
import classes from './frame.module.css';

export type Scheme = 'light' | 'dark';
export type Direction = 'ltr' | 'rtl';

export interface FrameProps {
  scheme: Scheme;
  direction: Direction;
  /** A page brings its own edges. */
  edges: boolean;
  children: ReactNode;
}

/** What every screen of the product stands in: theme, direction, live region, landmark, place for dialogs and menus. */
export function Frame({ scheme, direction, edges, children }: FrameProps) {
  useLayoutEffect(() => {
    document.documentElement.dir = direction;
  }, [direction]);
  return (
    <DirectionProvider key={direction} initialDirection={direction} detectDirection={false}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        forceColorScheme={scheme}
        deduplicateInlineStyles
      >
        <AnnouncerProvider>
          <main className={classes.main} data-edges={edges || undefined}>
            <Suspense fallback={null}>{children}</Suspense>
            <div id="overlays" />
          </main>
        </AnnouncerProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
