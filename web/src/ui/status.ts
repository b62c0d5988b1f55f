import {
  type Icon,
  IconBan,
  IconBiohazard,
  IconCircleCheck,
  IconCircleDotted,
  IconCircleX,
  IconHelpHexagon,
  IconHourglass,
  IconPencil,
  IconPlayerPause,
  IconPlayerSkipForward,
  IconProgress,
  IconRotateClockwise,
} from '@tabler/icons-react';
import type { Hue } from './theme/palettes.ts';

/** What a person sees; stored statuses and their reasons map to these. */
export type ShownStatus =
  | 'queued'
  | 'running'
  | 'waiting'
  | 'retrying'
  | 'succeeded'
  | 'failed'
  | 'inDoubt'
  | 'quarantined'
  | 'parked'
  | 'skipped'
  | 'canceled'
  | 'active'
  | 'paused'
  | 'draft';

export interface StatusLook {
  icon: Icon;
  hue: Hue | 'grey';
  outlined?: boolean;
  turning?: boolean;
}

/** Colour, icon and shape together: no status is told by colour alone. */
export const statusLooks: Record<ShownStatus, StatusLook> = {
  queued: { icon: IconCircleDotted, hue: 'grey', outlined: true },
  running: { icon: IconProgress, hue: 'petrol', turning: true },
  waiting: { icon: IconHourglass, hue: 'brass' },
  retrying: { icon: IconRotateClockwise, hue: 'ember' },
  succeeded: { icon: IconCircleCheck, hue: 'moss' },
  failed: { icon: IconCircleX, hue: 'rust' },
  inDoubt: { icon: IconHelpHexagon, hue: 'plum' },
  quarantined: { icon: IconBiohazard, hue: 'rust' },
  parked: { icon: IconPlayerPause, hue: 'grey' },
  skipped: { icon: IconPlayerSkipForward, hue: 'grey', outlined: true },
  canceled: { icon: IconBan, hue: 'grey' },
  active: { icon: IconCircleCheck, hue: 'moss' },
  paused: { icon: IconPlayerPause, hue: 'grey' },
  draft: { icon: IconPencil, hue: 'grey', outlined: true },
};

/** A run's or wait's stored status and, where a person must react differently, its reason. */
export function shownRunStatus(status: string, waitType: string | null, waitReason: string | null): ShownStatus {
  if (status === 'WAITING' && waitType === 'operator') {
    if (waitReason === 'in_doubt') return 'inDoubt';
    return waitReason === 'quarantined' ? 'quarantined' : 'parked';
  }
  if (status === 'WAITING' && waitType === 'retry') return 'retrying';
  return plainStatuses[status] ?? 'queued';
}

export function shownStepStatus(status: string): ShownStatus {
  return plainStatuses[status] ?? 'queued';
}

const plainStatuses: Record<string, ShownStatus> = {
  QUEUED: 'queued',
  RUNNING: 'running',
  STARTED: 'running',
  WAITING: 'waiting',
  RETRY_SCHEDULED: 'retrying',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  CANCELED: 'canceled',
  IN_DOUBT: 'inDoubt',
  RESOLVED: 'succeeded',
};
