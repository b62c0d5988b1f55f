import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type Ref, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import classes from './palette.module.css';
import { PaletteTile } from './palette-tile.tsx';
import { useFoldedGroups } from './use-folded-groups.ts';
import type { PaletteTile as TileData, TileGroup } from './use-palette-groups.ts';
import { walkTiles } from './walk-tiles.ts';

interface TileListProps {
  groups: readonly TileGroup[];
  /** Something is searched: groups are open, and the first tile is the one that Enter takes. */
  isSearched: boolean;
  isSource: boolean;
  onChoose: (tile: TileData) => void;
  ref: Ref<HTMLDivElement>;
  /** Where Up from the first tile goes. */
  search: () => HTMLElement | null;
}

/** All groups below each other. */
export function TileList({ groups, isSearched, isSource, onChoose, ref, search }: TileListProps) {
  const folded = useFoldedGroups();
  const { t } = useTranslation('palette');
  if (groups.length === 0) return <p className={classes.none}>{t(($) => $.noMatch)}</p>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the buttons inside are heard in one place
    <div ref={ref} className={classes.list} onKeyDown={(event) => walkTiles(event, search())}>
      {groups.map((group, index) => (
        <Group
          key={group.id}
          group={group}
          isSearched={isSearched}
          isFirst={isSearched && index === 0}
          isFolded={!isSearched && folded.isFolded(group.id)}
          isSource={isSource}
          onFold={() => folded.toggle(group.id)}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

interface GroupProps {
  group: TileGroup;
  isSearched: boolean;
  isFirst: boolean;
  isFolded: boolean;
  isSource: boolean;
  onFold: () => void;
  onChoose: (tile: TileData) => void;
}

/** Long groups begin with what is used most. */
const SHORT = 5;
const LONG = 7;

function Group({ group, isSearched, isFirst, isFolded, isSource, onFold, onChoose }: GroupProps) {
  const { t } = useTranslation('palette');
  const [isWhole, setWhole] = useState(false);
  const { label, tiles } = group;
  /** The button goes, so the focus moves to what it brought. */
  const showAll = (button: HTMLElement) => {
    const section = button.closest('section');
    flushSync(() => setWhole(true));
    section?.querySelectorAll<HTMLElement>('[data-item]')[SHORT]?.focus();
  };
  const shown = isSearched || isWhole || tiles.length <= LONG ? tiles : tiles.slice(0, SHORT);
  const Chevron = isFolded ? IconChevronRight : IconChevronDown;
  return (
    <section className={classes.group}>
      <button
        type="button"
        className={classes.head}
        data-walk
        aria-expanded={!isFolded}
        disabled={isSearched}
        onClick={onFold}
      >
        <Chevron className={classes.chevron} size={14} stroke={1.8} aria-hidden />
        <span>{label}</span>
        <span className={classes.count}>{tiles.length}</span>
      </button>
      {!isFolded && (
        <ul className={classes.tiles} aria-label={label}>
          {shown.map((tile, index) => (
            <li key={tile.item.id}>
              <PaletteTile tile={tile} isFirst={isFirst && index === 0} isSource={isSource} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
      {!isFolded && shown.length < tiles.length && (
        <button type="button" className={classes.more} data-walk onClick={(event) => showAll(event.currentTarget)}>
          {t(($) => $.more, { count: tiles.length - shown.length })}
        </button>
      )}
    </section>
  );
}
