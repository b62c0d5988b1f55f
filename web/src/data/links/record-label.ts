import {
  type Icon,
  IconBox,
  IconBuilding,
  IconCalendarUser,
  IconFileInvoice,
  IconFileText,
  IconFolder,
  IconSubtask,
  IconTicket,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RecordName, RecordRef } from '../data-types.ts';
import { useLabelWords } from './use-label-words.ts';

const icons: Record<string, Icon> = {
  project_task: IconSubtask,
  ticket: IconTicket,
  contact: IconUsers,
  client: IconBuilding,
  project: IconFolder,
  appointment: IconCalendarUser,
  quote: IconFileText,
  invoice: IconFileInvoice,
};

export function recordIcon(type: string): Icon {
  return icons[type] ?? IconBox;
}

export interface RecordLabel {
  /** Its name; where nobody knows one, its id. */
  title: string;
  isId: boolean;
  /** What it is, and where it belongs. */
  about: string;
  /** The same where there is little room and an icon says what it is. */
  place: string;
}

export function useRecordLabel(): (ref: RecordRef, name: RecordName) => RecordLabel {
  const { t } = useTranslation('data');
  const words = useLabelWords();
  return ({ type, id }, name) => {
    const word = words.recordType(type);
    if (name === null) return { title: id, isId: true, about: word, place: word };
    const isTask = type === 'project_task';
    return {
      title: name.name,
      isId: false,
      about: isTask ? t(($) => $.record.within, { type: word, project: name.projectName }) : word,
      place: isTask ? name.projectName : word,
    };
  };
}

export function sameRecord(left: RecordRef, right: RecordRef): boolean {
  return left.type === right.type && left.id === right.id;
}
