import { ActionIcon, Tooltip } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './palette.module.css';
import { PaletteSearch } from './palette-search.tsx';
import { PaletteStrip } from './palette-strip.tsx';
import { TileList } from './tile-list.tsx';
import { useInsert } from './use-insert.ts';
import { usePaletteSearch } from './use-palette-search.ts';
import { useSlashKey } from './use-slash-key.ts';

/** All steps that there are, beside the canvas; one strip above it where the page is narrow. */
export function Palette() {
  const narrow = useMediaQuery('(max-width: 1099px)', false, { getInitialValueInEffect: false });
  const [isFolded, fold] = useLocalStorage({
    key: 'penstock.designer.palette.shut',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  if (narrow) return <PaletteStrip />;
  return isFolded ? <FoldedPalette onOpen={() => fold(false)} /> : <OpenPalette onFold={() => fold(true)} />;
}

function OpenPalette({ onFold }: { onFold: () => void }) {
  const { t } = useTranslation('palette');
  const insert = useInsert();
  const { fieldProps, field, list, groups, isSearched } = usePaletteSearch((tile) => insert(tile));
  useSlashKey(() => field.current?.focus());
  return (
    <div className={classes.palette}>
      <div className={classes.top}>
        <h2 className={classes.title}>{t(($) => $.title)}</h2>
        <Tooltip label={t(($) => $.fold)}>
          <ActionIcon variant="subtle" color="gray" size={26} aria-label={t(($) => $.fold)} onClick={onFold}>
            <IconLayoutSidebarLeftCollapse size={17} stroke={1.65} className={classes.side} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.search}>
        <PaletteSearch {...fieldProps} showsKey />
      </div>
      <TileList
        ref={list}
        groups={groups}
        isSearched={isSearched}
        isSource
        onChoose={(tile) => insert(tile)}
        search={() => field.current}
      />
    </div>
  );
}

function FoldedPalette({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('palette');
  useSlashKey(onOpen);
  return (
    <div className={classes.folded}>
      <Tooltip label={t(($) => $.unfold)} position="right">
        <ActionIcon variant="subtle" color="gray" size={26} aria-label={t(($) => $.unfold)} onClick={onOpen}>
          <IconLayoutSidebarLeftExpand size={17} stroke={1.65} className={classes.side} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
