import { useTranslation } from 'react-i18next';
import { kindOf } from '../../steps/step-kinds.ts';
import { useStepName } from '../../steps/use-step-name.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Hue } from '../../ui/theme/palettes.ts';
import { Tile } from '../../ui/tile.tsx';
import type { Comparison, StepDifference } from '../conflict/compare.ts';
import type { StepBody } from '../model/document.ts';
import { actionIdOf } from '../store/step-facts.ts';
import { changedFields } from './changed-fields.ts';
import classes from './versions.module.css';

const hues: Record<StepDifference['kind'], Hue | 'grey'> = {
  added: 'moss',
  changed: 'azure',
  moved: 'grey',
  removed: 'rust',
};

/** What is different, step by step, each with its word. */
export function ChangeList({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation('designer');
  const { head, steps } = comparison;
  if (head.length + steps.length === 0) return <p className={classes.same}>{t(($) => $.versions.same)}</p>;
  return (
    <ul className={classes.changes} aria-label={t(($) => $.versions.changes)}>
      {head.map((field) => (
        <li key={field} className={classes.change}>
          <span className={classes.changeName}>{t(($) => $.versions.fields[fieldOf(field)])}</span>
          <Badge hue="azure">{t(($) => $.versions.kinds.changed)}</Badge>
        </li>
      ))}
      {steps.map((step) => (
        <StepChange key={`${step.kind} ${step.key}`} step={step} />
      ))}
    </ul>
  );
}

function StepChange({ step }: { step: StepDifference }) {
  const { t } = useTranslation('designer');
  const nameOf = useStepName();
  const body: StepBody = step.kind === 'removed' ? step.before : step.after;
  const actionId = actionIdOf(body);
  const kind = kindOf(actionId ?? body.type);
  const fields = step.kind === 'changed' ? changedFields(step.before, step.after) : [];
  return (
    <li className={classes.change} data-kind={step.kind}>
      <Tile icon={kind.icon} family={kind.family} size={24} />
      <span className={classes.changeWords}>
        <span className={classes.changeName}>{nameOf({ name: body.name ?? null, type: body.type, actionId })}</span>
        {fields.map((field) => (
          <span key={field.pointer} className={classes.field}>
            <code>{field.pointer}</code> <del>{field.before}</del> <ins>{field.after}</ins>
          </span>
        ))}
      </span>
      <Badge hue={hues[step.kind]}>{t(($) => $.versions.kinds[step.kind])}</Badge>
    </li>
  );
}

type Field = 'name' | 'description' | 'trigger' | 'payloadSchemaRef' | 'other';

function fieldOf(name: string): Field {
  return name === 'name' || name === 'description' || name === 'trigger' || name === 'payloadSchemaRef'
    ? name
    : 'other';
}
