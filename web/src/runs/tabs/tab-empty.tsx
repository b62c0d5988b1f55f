import type { Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/states.tsx';

/** Rows that a tab fetches at a time. */
export const TAB_PAGE = 100;

/** What a tab says when its list has nothing in it. */
export function TabEmpty({ icon, of }: { icon: Icon; of: 'calls' | 'waits' | 'logs' }) {
  const { t } = useTranslation('runs');
  return <EmptyState icon={icon} title={t(($) => $[of].empty.title)} text={t(($) => $[of].empty.text)} />;
}
