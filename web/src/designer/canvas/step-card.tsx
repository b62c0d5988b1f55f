import {
  IconAlertTriangle,
  IconArrowNarrowRight,
  IconChevronRight,
  IconCircleX,
  IconDotsVertical,
} from '@tabler/icons-react';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../../steps/step-kinds.ts';
import { Tile } from '../../ui/tile.tsx';
import type { StepBody, StepKey } from '../model/document.ts';
import { useEditorState } from '../store/editor-context.ts';
import { actionIdOf } from '../store/step-facts.ts';
import { stopOfStep } from './canvas-layout.ts';
import { useCanvas } from './canvas-store.ts';
import classes from './card.module.css';
import { outputOf } from './card-output.ts';
import { CardSummary } from './card-summary.tsx';
import { isFolded, stepsInside } from './pipe-tree.ts';
import type { CardProblems } from './problems-of-cards.ts';
import { useCardName } from './use-words.ts';

export interface StepCardProps {
  stepKey: StepKey;
  /** How deep it stands, and its place among its neighbours, for those who cannot see it. */
  level: number;
  at: number;
  of: number;
  problems: CardProblems | undefined;
}

/** One step in the pipe. Plain markup, drawn again only when this step changes; clicks and keys are heard by the sheet around it. */
export const StepCard = memo(function StepCard({ stepKey, level, at, of, problems }: StepCardProps) {
  const body = useEditorState((state) => state.document.steps[stepKey]);
  const isSelected = useEditorState(({ selection }) => selection.kind === 'steps' && selection.keys.includes(stepKey));
  const folded = useEditorState((state) =>
    isFolded(state.document, state.folded, stepKey) ? stepsInside(state.document, stepKey) : 0,
  );
  const stop = stopOfStep(stepKey);
  const isFocused = useCanvas((state) => state.focused === stop);
  const isMoving = useCanvas(({ drag }) => drag?.load.kind === 'move' && drag.load.keys.includes(stepKey));
  const nameOf = useCardName();
  const summary = useId();
  if (body === undefined) return null;
  const name = nameOf(body);
  const kind = kindOf(actionIdOf(body) ?? body.type);
  return (
    <div
      className={classes.card}
      role="treeitem"
      tabIndex={isFocused ? 0 : -1}
      aria-level={level}
      aria-posinset={at}
      aria-setsize={of}
      aria-selected={isSelected}
      aria-expanded={folded > 0 ? false : undefined}
      aria-label={name}
      aria-describedby={summary}
      data-step={stepKey}
      data-stop={stop}
      data-moving={isMoving || undefined}
      data-folded={folded > 0 || undefined}
      data-problem={problems === undefined ? undefined : problems.errors > 0 ? 'error' : 'warning'}
    >
      <span className={classes.grip} data-grip>
        <Tile icon={kind.icon} family={kind.family} />
      </span>
      <span className={classes.words}>
        <span className={classes.name} title={name}>
          {name}
        </span>
        <span className={classes.summary} id={summary}>
          <CardSummary body={body} folded={folded} problem={problems?.first ?? null} />
        </span>
      </span>
      <CardFacts stepKey={stepKey} body={body} name={name} folded={folded} problems={problems} />
    </div>
  );
});

interface CardFactsProps {
  stepKey: StepKey;
  body: StepBody;
  name: string;
  folded: number;
  problems: CardProblems | undefined;
}

/** On the right: what is wrong, where the result goes, and what can be done with the step. */
function CardFacts({ stepKey, body, name, folded, problems }: CardFactsProps) {
  const { t } = useTranslation('canvas');
  const output = outputOf(body);
  return (
    <span className={classes.facts}>
      {problems !== undefined && <ProblemCounts problems={problems} />}
      {output !== null && (
        <span className={classes.output} title={t(($) => $.card[output.kind], { name: output.name })}>
          <IconArrowNarrowRight size={12} stroke={1.8} aria-hidden className={classes.arrow} />
          <code>{output.name}</code>
        </span>
      )}
      {folded > 0 && (
        <button
          type="button"
          tabIndex={-1}
          className={classes.button}
          data-unfold={stepKey}
          aria-label={t(($) => $.card.unfold, { name })}
        >
          <IconChevronRight size={16} stroke={1.8} aria-hidden className={classes.arrow} />
        </button>
      )}
      <button
        type="button"
        tabIndex={-1}
        className={classes.menu}
        data-menu={stepKey}
        aria-haspopup="menu"
        aria-label={t(($) => $.card.menu, { name })}
      >
        <IconDotsVertical size={16} stroke={1.8} aria-hidden />
      </button>
    </span>
  );
}

function ProblemCounts({ problems: { errors, warnings } }: { problems: CardProblems }) {
  const { t } = useTranslation('canvas');
  return (
    <>
      {errors > 0 && (
        <span className={classes.count} data-severity="error" title={t(($) => $.card.errors, { count: errors })}>
          <IconCircleX size={15} stroke={1.8} aria-hidden />
          <span aria-hidden>{errors}</span>
        </span>
      )}
      {warnings > 0 && (
        <span className={classes.count} data-severity="warning" title={t(($) => $.card.warnings, { count: warnings })}>
          <IconAlertTriangle size={15} stroke={1.8} aria-hidden />
          <span aria-hidden>{warnings}</span>
        </span>
      )}
    </>
  );
}
