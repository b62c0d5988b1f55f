import { UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { kindOf } from '../../steps/step-kinds.ts';
import { useStepName } from '../../steps/use-step-name.ts';
import { useHoverHandlers, useIsHovered } from '../view/hover.tsx';
import { useRunView } from '../view/run-view.tsx';
import type { TimeScale } from './time-scale.ts';
import classes from './timeline.module.css';
import { TimelineBars } from './timeline-bars.tsx';
import type { TimelineRow } from './timeline-rows.ts';

interface LineProps {
  line: TimelineRow;
  scale: TimeScale;
  selected: boolean;
  tabbable: boolean;
}

/** One step in one pass. */
export const TimelineLine = memo(function TimelineLine({ line, scale, selected, tabbable }: LineProps) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  const nameOf = useStepName();
  const { select } = useRunView();
  const hovered = useIsHovered(line.path, line.iterationKey);
  const handlers = useHoverHandlers(line.path, line.iterationKey);
  const { icon: Glyph, family } = kindOf(line.step.actionId ?? line.step.type);
  const name = nameOf(line.step);
  return (
    <UnstyledButton
      className={classes.line}
      data-row={line.key}
      data-selected={selected || undefined}
      data-hovered={hovered || undefined}
      tabIndex={tabbable ? 0 : -1}
      aria-current={selected ? 'true' : undefined}
      onClick={() => select({ path: line.path, at: line.iterationKey })}
      {...handlers}
    >
      <span className={classes.name} style={{ paddingInlineStart: `${Math.min(line.depth, 8) * 0.75}rem` }}>
        <Glyph size={15} stroke={1.65} data-family={family} aria-hidden />
        <span title={name}>{name}</span>
        {line.pass !== null && <small>{format.number(line.pass + 1)}</small>}
      </span>
      <TimelineBars line={line} scale={scale} />
      <span className={classes.took}>
        {line.tookMs < 1 ? t(($) => $.timeline.inOneGo) : format.duration(line.tookMs)}
      </span>
    </UnstyledButton>
  );
});
