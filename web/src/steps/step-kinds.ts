import {
  type Icon,
  IconArrowsSplit,
  IconBell,
  IconBolt,
  IconBox,
  IconCircleNumber1,
  IconCornerDownLeft,
  IconDatabaseExport,
  IconDatabaseImport,
  IconDatabasePlus,
  IconDatabaseSearch,
  IconDatabaseX,
  IconEqual,
  IconFlag,
  IconFolders,
  IconHourglass,
  IconLink,
  IconLinkPlus,
  IconList,
  IconRepeat,
  IconShieldHalf,
  IconSitemap,
  IconSubtask,
  IconUnlink,
  IconUserCheck,
  IconWand,
} from '@tabler/icons-react';
import type { Family } from '../ui/tile.tsx';

export interface StepKind {
  icon: Icon;
  family: Family;
}

const kinds: Record<string, StepKind> = {
  'control.if': { icon: IconArrowsSplit, family: 'flow' },
  'control.forEach': { icon: IconRepeat, family: 'flow' },
  'control.tryCatch': { icon: IconShieldHalf, family: 'flow' },
  'control.once': { icon: IconCircleNumber1, family: 'flow' },
  'control.callWorkflow': { icon: IconSitemap, family: 'flow' },
  'control.return': { icon: IconCornerDownLeft, family: 'flow' },
  'event.wait': { icon: IconBell, family: 'people' },
  'time.wait': { icon: IconHourglass, family: 'people' },
  'human.task': { icon: IconUserCheck, family: 'people' },
  'state.set': { icon: IconFlag, family: 'values' },
  'transform.assign': { icon: IconEqual, family: 'values' },
  transform: { icon: IconWand, family: 'values' },
  'store.get': { icon: IconDatabaseExport, family: 'store' },
  'store.set': { icon: IconDatabaseImport, family: 'store' },
  'store.increment': { icon: IconDatabasePlus, family: 'store' },
  'store.delete': { icon: IconDatabaseX, family: 'store' },
  'store.list': { icon: IconDatabaseSearch, family: 'store' },
  'store.list_namespaces': { icon: IconFolders, family: 'store' },
  'links.upsert': { icon: IconLinkPlus, family: 'store' },
  'links.lookup': { icon: IconLink, family: 'store' },
  'links.delete': { icon: IconUnlink, family: 'store' },
  'links.list': { icon: IconList, family: 'store' },
  'links.list_namespaces': { icon: IconFolders, family: 'store' },
  projects: { icon: IconSubtask, family: 'records' },
};

export const triggerKind: StepKind = { icon: IconBolt, family: 'trigger' };
const unknownKind: StepKind = { icon: IconBox, family: 'values' };

/** By exact id, else by the group before the first dot. */
export function kindOf(typeOrAction: string): StepKind {
  return kinds[typeOrAction] ?? kinds[typeOrAction.split('.')[0] ?? ''] ?? unknownKind;
}
