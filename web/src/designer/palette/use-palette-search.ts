import { useDebouncedCallback } from '@mantine/hooks';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/announcer.tsx';
import { found, type PaletteTile, usePaletteGroups } from './use-palette-groups.ts';
import { firstStop } from './walk-tiles.ts';

/** A search field and the list below it: what is typed, what is found, and the way between the two. */
export function usePaletteSearch(onChoose: (tile: PaletteTile) => void) {
  const { t } = useTranslation('palette');
  const announce = useAnnounce();
  const all = usePaletteGroups();
  const [query, setQuery] = useState('');
  const groups = useMemo(() => found(all, query), [all, query]);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const sayCount = useDebouncedCallback((typed: string) => {
    const count = found(all, typed).reduce((sum, { tiles }) => sum + tiles.length, 0);
    announce(typed.trim() === '' ? '' : t(($) => $.found, { count }));
  }, 500);
  const isSearched = query.trim() !== '';
  return {
    all,
    groups,
    isSearched,
    field,
    list,
    clear: () => setQuery(''),
    fieldProps: {
      ref: field,
      value: query,
      onChange: (typed: string) => {
        setQuery(typed);
        sayCount(typed);
      },
      onDown: () => firstStop(list.current)?.focus(),
      onEnter: () => {
        const first = isSearched ? groups[0]?.tiles[0] : undefined;
        if (first !== undefined) onChoose(first);
      },
    },
  };
}
