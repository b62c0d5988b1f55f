import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { suggestedStatuses } from './record-types.ts';

/** Suggests the usual words and takes any other. */
export function StatusField(field: AutocompleteProps) {
  const { t } = useTranslation('records');
  return (
    <Autocomplete
      label={t(($) => $.fields.status)}
      description={t(($) => $.fields.statusHelp)}
      data={[...suggestedStatuses]}
      maxLength={64}
      {...field}
    />
  );
}
