import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../../steps/step-kinds.ts';
import { useStepName } from '../../steps/use-step-name.ts';
import { Badge } from '../../ui/badge.tsx';
import { Tile } from '../../ui/tile.tsx';
import type { StepBody, WorkflowHead } from '../model/document.ts';
import { actionIdOf } from '../store/step-facts.ts';
import { changedFields } from '../versions/changed-fields.ts';
import classes from './conflict.module.css';
import type { MergeRow, Side } from './merge.ts';

export interface ConflictRowProps {
  row: MergeRow;
  heads: Record<Side, WorkflowHead>;
  choice: Side;
  onChoose: (side: Side) => void;
}

/** One step on both sides, with what differs, and whose is kept. */
export function ConflictRow({ row, heads, choice, onChoose }: ConflictRowProps) {
  const { t } = useTranslation('designer');
  const name = useRowName(row);
  const body = row.mine ?? row.theirs;
  const kind = body === null ? null : kindOf(actionIdOf(body) ?? body.type);
  return (
    <li className={classes.row}>
      <div className={classes.rowHead}>
        {kind !== null && <Tile icon={kind.icon} family={kind.family} size={24} />}
        <strong className={classes.rowName}>{name}</strong>
        {row.touchedBy === null ? (
          <Badge hue="ember">{t(($) => $.conflict.both)}</Badge>
        ) : (
          <Badge>{t(($) => $.conflict.onlyOne[row.touchedBy ?? 'mine'])}</Badge>
        )}
        <SegmentedControl
          size="xs"
          aria-label={t(($) => $.conflict.choice, { name })}
          value={choice}
          onChange={(side) => onChoose(side === 'theirs' ? 'theirs' : 'mine')}
          data={(['mine', 'theirs'] as const).map((side) => ({ value: side, label: t(($) => $.conflict.sides[side]) }))}
        />
      </div>
      <Differences row={row} heads={heads} />
    </li>
  );
}

function Differences({ row, heads }: Pick<ConflictRowProps, 'row' | 'heads'>) {
  const { t } = useTranslation('designer');
  if (row.what === 'step' && (row.mine === null || row.theirs === null)) {
    const side: Side = row.mine === null ? 'mine' : 'theirs';
    return <p className={classes.missing}>{t(($) => $.conflict.missing[side])}</p>;
  }
  const [mine, theirs] = row.what === 'workflow' ? [asBody(heads.mine), asBody(heads.theirs)] : [row.mine, row.theirs];
  if (mine === null || theirs === null) return null;
  return (
    <table className={classes.fields}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.conflict.field)}</th>
          <th scope="col">{t(($) => $.conflict.sides.mine)}</th>
          <th scope="col">{t(($) => $.conflict.sides.theirs)}</th>
        </tr>
      </thead>
      <tbody>
        {changedFields(mine, theirs).map((field) => (
          <tr key={field.pointer}>
            <th scope="row">
              <code>{field.pointer}</code>
            </th>
            <td>{field.before}</td>
            <td>{field.after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useRowName(row: MergeRow): string {
  const { t } = useTranslation('designer');
  const nameOf = useStepName();
  const body = row.mine ?? row.theirs;
  if (body === null) return t(($) => $.conflict.workflow);
  return nameOf({ name: body.name ?? null, type: body.type, actionId: actionIdOf(body) });
}

/** The workflow's own members, compared like a step's; its number is the server's. */
function asBody({ id, version: _version, ...head }: WorkflowHead): StepBody {
  return { ...(head as unknown as Record<string, never>), id, type: '' };
}
