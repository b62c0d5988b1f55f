import { useTranslation } from 'react-i18next';
import { Badge } from '../ui/badge.tsx';
import { statusLooks } from '../ui/status.ts';
import { suggestedStatuses } from './record-types.ts';

const looks = {
  open: statusLooks.queued,
  in_progress: { ...statusLooks.running, turning: false },
  done: statusLooks.succeeded,
  canceled: statusLooks.canceled,
} as const;

/** A known word is translated; a word of the workspace is shown as it is. */
export function RecordStatus({ status }: { status: string }) {
  const { t } = useTranslation('records');
  const known = suggestedStatuses.find((each) => each === status);
  if (known === undefined) return <Badge outlined>{status}</Badge>;
  return <Badge {...looks[known]}>{t(($) => $.statuses[known])}</Badge>;
}
