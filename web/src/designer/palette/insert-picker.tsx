import type { Place } from '../model/document.ts';
import classes from './palette.module.css';
import { PaletteSearch } from './palette-search.tsx';
import { TileList } from './tile-list.tsx';
import { useInsert } from './use-insert.ts';
import type { PaletteTile } from './use-palette-groups.ts';
import { usePaletteSearch } from './use-palette-search.ts';

/** Chooses a step for one place: search first, all groups below. */
export function InsertPicker({ place, onClose }: { place: Place; onClose: () => void }) {
  const insert = useInsert();
  const choose = (tile: PaletteTile) => {
    if (insert(tile, place)) onClose();
  };
  const { fieldProps, field, list, groups, isSearched } = usePaletteSearch(choose);
  return (
    <div className={classes.picker}>
      <PaletteSearch {...fieldProps} autoFocus />
      <TileList
        ref={list}
        groups={groups}
        isSearched={isSearched}
        isSource={false}
        onChoose={choose}
        search={() => field.current}
      />
    </div>
  );
}
