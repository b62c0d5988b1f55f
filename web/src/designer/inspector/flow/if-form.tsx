import { useTranslation } from 'react-i18next';
import { ExpressionSlot } from '../fields/expression-slot.tsx';

const BOOLEAN = { type: 'boolean' };

export function IfForm() {
  const { t } = useTranslation('inspector');
  return (
    <ExpressionSlot
      pointer="/condition"
      label={t(($) => $.if.condition)}
      help={t(($) => $.if.help)}
      expects={BOOLEAN}
      placeholder="payload.amount > 100"
      isRequired
      isMultiline
    />
  );
}
