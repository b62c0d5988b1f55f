import { Tooltip } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../../steps/step-kinds.ts';
import { Tile } from '../../ui/tile.tsx';
import classes from './palette.module.css';
import type { PaletteTile as TileData } from './use-palette-groups.ts';

interface PaletteTileProps {
  tile: TileData;
  /** Enter in the search field takes this one. */
  isFirst?: boolean;
  /** Can be dragged onto the canvas; the canvas hears it by `data-palette`. */
  isSource?: boolean;
  onChoose: (tile: TileData) => void;
}

/** One thing that can be added: a click puts it after the selection, a drag where it is dropped. */
export function PaletteTile({ tile, isFirst = false, isSource = true, onChoose }: PaletteTileProps) {
  const { item, label, description } = tile;
  const kind = kindOf(item.id);
  return (
    <Tooltip
      label={<TileText tile={tile} />}
      position="right"
      openDelay={400}
      multiline
      w="17rem"
      events={{ hover: true, focus: false, touch: false }}
    >
      <button
        type="button"
        className={classes.tile}
        data-palette={isSource ? item.id : undefined}
        data-item={item.id}
        data-walk
        data-first={isFirst || undefined}
        aria-description={description}
        onClick={() => onChoose(tile)}
      >
        <Tile icon={kind.icon} family={kind.family} size={24} />
        <span className={classes.label}>{label}</span>
        {isSource && <IconGripVertical className={classes.grip} size={15} stroke={1.7} aria-hidden />}
      </button>
    </Tooltip>
  );
}

function TileText({ tile: { description, returns } }: { tile: TileData }) {
  const { t } = useTranslation('palette');
  return (
    <span className={classes.tip}>
      <span>{description}</span>
      {returns.length > 0 && (
        <span className={classes.returns}>
          {t(($) => $.returns)}
          {returns.map((name) => (
            <code key={name}>{name}</code>
          ))}
        </span>
      )}
    </span>
  );
}
