import { Button } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/states.tsx';

/** The filters hide everything. */
export function NoMatch({ of, onClear }: { of: 'projects' | 'tasks'; onClear: () => void }) {
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation('common');
  return (
    <EmptyState
      icon={IconFilterOff}
      title={t(($) => $[of].noMatch.title)}
      text={t(($) => $[of].noMatch.text)}
      action={
        <Button variant="default" onClick={onClear}>
          {tCommon(($) => $.clearFilters)}
        </Button>
      }
    />
  );
}
