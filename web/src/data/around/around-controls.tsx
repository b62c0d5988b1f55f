import { SegmentedControl, Tooltip, VisuallyHidden } from '@mantine/core';
import {
  type Icon,
  IconArrowLeft,
  IconArrowRight,
  IconArrowsLeftRight,
  IconTable,
  IconTopologyStar3,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { aroundViews, type Direction, directions } from '../search.ts';
import { useDataSearch } from '../use-data-search.ts';
import classes from './around.module.css';

const directionIcons: Record<Direction, Icon> = {
  forward: IconArrowRight,
  reverse: IconArrowLeft,
  either: IconArrowsLeftRight,
};
const viewIcons = { graph: IconTopologyStar3, table: IconTable } as const;

/** Which way the links go, and how they are shown. */
export function AroundControls() {
  const { t } = useTranslation('data');
  const { search, filter } = useDataSearch();
  return (
    <div className={classes.controls}>
      <SegmentedControl
        size="xs"
        aria-label={t(($) => $.around.direction)}
        value={search.direction ?? 'either'}
        onChange={(direction) => filter({ direction })}
        data={directions.map((direction) => {
          const Glyph = directionIcons[direction];
          return {
            value: direction,
            label: (
              <span className={classes.choice}>
                <Glyph size={14} stroke={1.7} aria-hidden />
                {t(($) => $.around.directions[direction])}
              </span>
            ),
          };
        })}
      />
      <SegmentedControl
        size="xs"
        aria-label={t(($) => $.around.view)}
        value={search.view ?? 'graph'}
        onChange={(view) => filter({ view })}
        data={aroundViews.map((view) => {
          const Glyph = viewIcons[view];
          return {
            value: view,
            label: (
              <Tooltip label={t(($) => $.around.views[view])}>
                <span className={classes.choice}>
                  <Glyph size={15} stroke={1.7} aria-hidden />
                  <VisuallyHidden>{t(($) => $.around.views[view])}</VisuallyHidden>
                </span>
              </Tooltip>
            ),
          };
        })}
      />
    </div>
  );
}
