import { UnstyledButton } from '@mantine/core';
import { kindOf } from '../../steps/step-kinds.ts';
import type { StepInfo } from '../../steps/step-tree.ts';
import { useStepName } from '../../steps/use-step-name.ts';
import { StatusIcon } from '../../ui/status-badge.tsx';
import { Tile } from '../../ui/tile.tsx';
import type { StepRow } from '../run-types.ts';
import { useHoverHandlers, useIsHovered } from '../view/hover.tsx';
import { useRunView } from '../view/run-view.tsx';
import { CardFacts } from './card-facts.tsx';
import { cardState } from './card-state.ts';
import { CardSummary } from './card-summary.tsx';
import { IterationPager } from './iteration-pager.tsx';
import { iterationKeyOf } from './iterations.ts';
import classes from './run-pipe.module.css';

/** What happened in a step, in words; how long it took and how it ended on the right. `row` is the last try in the pass that is looked at. */
export function StepCard({ step, row, tabbable }: { step: StepInfo; row: StepRow | undefined; tabbable: boolean }) {
  const { run, passes, chosen, selected, select } = useRunView();
  const nameOf = useStepName();
  const at = row?.iterationKey ?? iterationKeyOf(step.path, passes, chosen);
  const hovered = useIsHovered(step.path);
  const handlers = useHoverHandlers(step.path, at);
  const state = cardState(run, step, row);
  const isSelected = selected?.path === step.path;
  const kind = kindOf(step.actionId ?? step.type);
  const name = nameOf(step);
  return (
    <div
      className={classes.card}
      data-status={state.isAround ? 'around' : state.status}
      data-selected={isSelected || undefined}
      data-hovered={hovered || undefined}
      {...handlers}
    >
      <UnstyledButton
        className={classes.open}
        data-row={step.path}
        tabIndex={tabbable ? 0 : -1}
        onClick={() => select({ path: step.path, at })}
        aria-current={isSelected ? 'true' : undefined}
      >
        <Tile icon={kind.icon} family={row === undefined ? 'quiet' : kind.family} />
        <span className={classes.words}>
          <span className={classes.name} title={name}>
            {name}
          </span>
          <span className={classes.summary}>
            <CardSummary step={step} row={row} state={state} />
          </span>
        </span>
        <span className={classes.facts}>
          {row !== undefined && <CardFacts step={step} row={row} state={state} />}
          {state.wait === undefined && <StatusIcon status={state.status} />}
        </span>
      </UnstyledButton>
      {step.type === 'control.forEach' && <IterationPager loop={step.path} />}
    </div>
  );
}
