import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_USED } from './groups.ts';
import classes from './palette.module.css';
import { PaletteSearch } from './palette-search.tsx';
import { PaletteTile } from './palette-tile.tsx';
import { TileList } from './tile-list.tsx';
import { useInsert } from './use-insert.ts';
import type { PaletteTile as TileData } from './use-palette-groups.ts';
import { usePaletteSearch } from './use-palette-search.ts';
import { useSlashKey } from './use-slash-key.ts';

/** The palette of a narrow page: the search, the steps that are used most, and all of them behind a chevron. */
export function PaletteStrip() {
  const { t } = useTranslation('palette');
  const insert = useInsert();
  const [isOpen, setOpen] = useState(false);
  const choose = (tile: TileData) => {
    if (insert(tile)) setOpen(false);
  };
  const { fieldProps, field, list, all, groups, isSearched } = usePaletteSearch(choose);
  useSlashKey(() => field.current?.focus());
  const tiles = all.flatMap((group) => group.tiles);
  const mostUsed = MOST_USED.flatMap((id) => tiles.find(({ item }) => item.id === id) ?? []);
  return (
    <Popover
      withRoles={false}
      opened={isOpen || isSearched}
      onChange={setOpen}
      position={isSearched ? 'bottom-start' : 'bottom-end'}
      width="20rem"
      offset={4}
      shadow="md"
      radius="md"
      // From the search field the list is walked into; from the chevron it is gone into at once.
      trapFocus={!isSearched}
      returnFocus={!isSearched}
    >
      <Popover.Target>
        <div className={classes.strip}>
          <div className={classes.stripSearch}>
            <PaletteSearch {...fieldProps} isShort />
          </div>
          <div className={classes.stripTiles}>
            {mostUsed.map((tile) => (
              <PaletteTile key={tile.item.id} tile={tile} onChoose={choose} />
            ))}
          </div>
          <Tooltip label={t(($) => $.all)}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={t(($) => $.all)}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              <IconChevronDown size={17} stroke={1.65} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </div>
      </Popover.Target>
      <Popover.Dropdown className={classes.drop}>
        <TileList
          ref={list}
          groups={groups}
          isSearched={isSearched}
          isSource={false}
          onChoose={choose}
          search={() => field.current}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
