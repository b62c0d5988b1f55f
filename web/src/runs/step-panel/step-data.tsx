import { useTranslation } from 'react-i18next';
import type { StepInfo } from '../../steps/step-tree.ts';
import { JsonView } from '../../ui/json-view.tsx';
import { useCallOf } from '../data/use-calls.ts';
import type { StepRow } from '../run-types.ts';
import type { StepAddress } from '../view/hover.tsx';
import { useRunView } from '../view/run-view.tsx';
import classes from './step-panel.module.css';

/** Input and output of an action, from the ledger; of other steps what they decided. */
export function StepData({ address, step, row }: { address: StepAddress; step: StepInfo; row: StepRow }) {
  const { t } = useTranslation('runs');
  const { run } = useRunView();
  const call = useCallOf(run.runId, address.path, address.at, step.actionId !== null).data?.items[0];
  return (
    <div className={classes.data}>
      {call !== undefined && <Part label={t(($) => $.step.input)} value={call.input} />}
      {call !== undefined && call.output !== null && <Part label={t(($) => $.step.output)} value={call.output} />}
      {row.result !== null && <Part label={t(($) => $.step.result)} value={row.result} />}
    </div>
  );
}

function Part({ label, value }: { label: string; value: unknown }) {
  return (
    <div className={classes.part}>
      <h3 className={classes.partName}>{label}</h3>
      <JsonView value={value} label={label} />
    </div>
  );
}
