import { router } from '../trpc.ts';
import { audit } from './audit.ts';
import { cancel } from './cancel.ts';
import { changes } from './changes.ts';
import { definition } from './definition.ts';
import { events } from './events.ts';
import { get } from './get.ts';
import { invocations } from './invocations.ts';
import { latest } from './latest.ts';
import { list } from './list.ts';
import { logs } from './logs.ts';
import { snapshots } from './snapshots.ts';
import { start } from './start.ts';
import { steps } from './steps.ts';
import { summary } from './summary.ts';
import { timeline } from './timeline.ts';
import { waits } from './waits.ts';

export const runsRouter = router({
  start,
  list,
  get,
  definition,
  steps,
  timeline,
  snapshots,
  invocations,
  waits,
  logs,
  events,
  audit,
  changes,
  cancel,
  summary,
  latest,
});
