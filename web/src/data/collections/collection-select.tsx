import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import forms from '../forms/forms.module.css';
import { useDataSearch } from '../use-data-search.ts';
import { useCollections } from './use-collections.ts';

/** The list of collections where there is no room beside the content. */
export function CollectionSelect({ current }: { current: string | undefined }) {
  const { t } = useTranslation('data');
  const { open } = useDataSearch();
  const [typed, setTyped] = useState('');
  const list = useCollections(typed === current ? '' : typed);
  const found = list.data?.pages.flatMap((page) => page.items.map((item) => item.namespace)) ?? [];
  const shown = current === undefined || found.includes(current) ? found : [current, ...found];
  return (
    <Select
      label={t(($) => $.collections.choose)}
      value={current ?? null}
      data={shown}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      withScrollArea={false}
      classNames={{ options: forms.options ?? '' }}
      nothingFoundMessage={t(($) => $.collections.noMatch)}
      onChange={(collection) => collection !== null && open({ collection })}
      allowDeselect={false}
      m="md"
    />
  );
}
