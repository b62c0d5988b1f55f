import { Button } from '@mantine/core';
import { IconLinkPlus, IconPlus } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { lazyPart } from '../ui/lazy-part.ts';
import { useDocumentTitle } from '../ui/page.tsx';
import { CollectionView } from './collection-view.tsx';
import { CollectionList } from './collections/collection-list.tsx';
import { CollectionSelect } from './collections/collection-select.tsx';
import { useCollections } from './collections/use-collections.ts';
import classes from './data.module.css';
import { ManageButton } from './manage-button.tsx';
import { SelectionPanel } from './selection-panel.tsx';
import { useDataSearch } from './use-data-search.ts';
import { useDataLayout } from './use-layout.ts';

const EntryForm = lazyPart(() => import('./entry/entry-form.tsx'), 'EntryForm');
const LinkForm = lazyPart(() => import('./links/link-form.tsx'), 'LinkForm');

/** What workflows remember: collections, their entries and links, and the history of what is selected. */
export function DataPage() {
  const { t } = useTranslation('data');
  const { search } = useDataSearch();
  const layout = useDataLayout();
  const first = useCollections('').data?.pages[0]?.items[0]?.namespace;
  const collection = search.collection ?? first;
  useDocumentTitle(collection === undefined ? t(($) => $.title) : `${collection} · ${t(($) => $.title)}`);
  return (
    <div className={classes.root} data-layout={layout}>
      <Head collection={collection} />
      <div className={classes.columns}>
        {layout === 'narrow' ? (
          <CollectionSelect current={collection} />
        ) : (
          <div className={classes.collections}>
            <CollectionList current={collection} />
          </div>
        )}
        <div className={classes.content}>
          <CollectionView collection={collection} layout={layout} />
        </div>
        {collection !== undefined && <SelectionPanel collection={collection} layout={layout} />}
      </div>
    </div>
  );
}

function Head({ collection }: { collection: string | undefined }) {
  const { t } = useTranslation('data');
  const [dialog, setDialog] = useState<'entry' | 'link' | null>(null);
  return (
    <header className={classes.head}>
      <h1 className={classes.title}>{t(($) => $.title)}</h1>
      <p className={classes.lead}>{t(($) => $.lead)}</p>
      <div className={classes.actions}>
        <Totals />
        <ManageButton>
          {(state) => (
            <Button
              {...state}
              size="md"
              variant="default"
              leftSection={<IconLinkPlus size={16} stroke={1.7} aria-hidden />}
              onClick={() => setDialog('link')}
            >
              {t(($) => $.links.new)}
            </Button>
          )}
        </ManageButton>
        <ManageButton>
          {(state) => (
            <Button
              {...state}
              size="md"
              leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
              onClick={() => setDialog('entry')}
            >
              {t(($) => $.form.new)}
            </Button>
          )}
        </ManageButton>
      </div>
      <Suspense fallback={null}>
        {dialog === 'entry' && <EntryForm entry={null} collection={collection ?? ''} onClose={() => setDialog(null)} />}
        {dialog === 'link' && <LinkForm collection={collection ?? ''} onClose={() => setDialog(null)} />}
      </Suspense>
    </header>
  );
}

/** Only once all collections are known: half a sum says nothing. */
function Totals() {
  const { t } = useTranslation('data');
  const format = useFormat();
  const list = useCollections('');
  if (list.data === undefined || list.hasNextPage) return null;
  const items = list.data.pages.flatMap((page) => page.items);
  const entries = items.reduce((sum, item) => sum + item.keyCount, 0);
  const links = items.reduce((sum, item) => sum + item.linkCount, 0);
  return (
    <span className={classes.totals}>
      <span>{t(($) => $.totals.entries, { count: entries, number: format.number(entries) })}</span>
      <span>{t(($) => $.totals.links, { count: links, number: format.number(links) })}</span>
    </span>
  );
}
