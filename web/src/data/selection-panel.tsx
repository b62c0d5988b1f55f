import { Drawer } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../ui/lazy-part.ts';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import classes from './data.module.css';
import { useDataSearch } from './use-data-search.ts';
import type { DataLayout } from './use-layout.ts';

const EntryPanel = lazyPart(() => import('./entry/entry-panel.tsx'), 'EntryPanel');
const LinkPanel = lazyPart(() => import('./links/link-panel.tsx'), 'LinkPanel');

/** The selected entry or link: beside the rest where there is room, else a sheet over it. */
export function SelectionPanel({ collection, layout }: { collection: string; layout: DataLayout }) {
  const { t } = useTranslation('data');
  const { search, go } = useDataSearch();
  const { entry, link } = search;
  const close = () => go({ entry: undefined, link: undefined });
  const label = entry === undefined ? t(($) => $.link.label) : t(($) => $.entry.label, { key: entry });
  const content =
    entry !== undefined ? (
      <EntryPanel key={entry} collection={collection} entryKey={entry} onClose={close} />
    ) : link !== undefined ? (
      <LinkPanel key={link} linkId={link} onClose={close} />
    ) : null;
  if (content === null) return null;
  if (layout !== 'wide') {
    return (
      <Sheet label={label} onClose={close}>
        <Suspense fallback={null}>{content}</Suspense>
      </Sheet>
    );
  }
  return (
    <aside className={classes.panel} aria-label={label}>
      <Suspense fallback={null}>{content}</Suspense>
    </aside>
  );
}

function Sheet({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  useFocusReturn();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={420}
      padding={0}
      withCloseButton={false}
      title={label}
      classNames={{ header: classes.sheetHeader }}
    >
      {children}
    </Drawer>
  );
}
