import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import type { Field } from '../../../ui/schema-form/field-model.ts';

/** The type of a value in words. */
export function useTypeWord(): (field: Field) => string {
  const { t } = useTranslation('inspector');
  const format = useFormat();
  const word = (field: Field): string => {
    switch (field.kind) {
      case 'text':
        return t(($) => $.types.text);
      case 'number':
        return field.limits.isWhole ? t(($) => $.types.wholeNumber) : t(($) => $.types.number);
      case 'boolean':
        return t(($) => $.types.boolean);
      case 'choice':
        return t(($) => $.types.choice, { choices: format.list(field.choices.map(String)) });
      case 'date':
        return t(($) => $.types.date);
      case 'dateTime':
        return t(($) => $.types.dateTime);
      case 'object':
        return t(($) => $.types.object);
      case 'list':
        if (field.item?.kind === 'object') return t(($) => $.types.listOfGroups);
        return field.item === null ? t(($) => $.types.list) : t(($) => $.types.listOf, { item: word(field.item) });
      case 'json':
        return t(($) => $.types.json);
    }
  };
  return word;
}
