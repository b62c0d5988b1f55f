import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Why somebody changes by hand what workflows remember. */
export function ReasonField({
  value,
  onChange,
  autofocus = false,
}: {
  value: string;
  onChange: (value: string) => void;
  autofocus?: boolean;
}) {
  const { t } = useTranslation('data');
  return (
    <TextInput
      label={t(($) => $.form.reason)}
      description={t(($) => $.form.reasonHelp)}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={500}
      data-autofocus={autofocus || undefined}
    />
  );
}

/** Nothing but blanks is no reason. */
export function reasonOf(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}
