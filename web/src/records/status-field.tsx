import { useTranslation } from 'react-i18next';
import { SoftEnumField } from '../ui/soft-enum/soft-enum-field.tsx';
import { suggestedStatuses } from './record-types.ts';

export interface StatusFieldProps {
  value: string;
  onChange: (status: string) => void;
  error?: React.ReactNode;
  isDisabled?: boolean;
}

/** Suggests the usual words and takes any other. */
export function StatusField({ value, onChange, error, isDisabled = false }: StatusFieldProps) {
  const { t } = useTranslation('records');
  return (
    <SoftEnumField
      label={t(($) => $.fields.status)}
      description={t(($) => $.fields.statusHelp)}
      value={value}
      onChange={onChange}
      error={error}
      isDisabled={isDisabled}
      groups={[
        {
          name: t(($) => $.fields.statusSuggested),
          options: suggestedStatuses.map((status) => ({ value: status, label: t(($) => $.statuses[status]) })),
        },
      ]}
      newRow={(text) => t(($) => $.fields.statusNew, { text })}
    />
  );
}
