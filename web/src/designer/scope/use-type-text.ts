import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from './schema-reading.ts';
import { typesOf, type ValueType } from './value-type.ts';

/** `text`, `list of number`, `text or none`: what a value is, in words. */
export function useTypeText(): (schema: Schema | null) => string {
  const { t } = useTranslation('expressions');
  return useCallback(
    (schema) => {
      const one = ({ name, items }: ValueType): string =>
        name === 'list' && items.length > 0
          ? t(($) => $.types.listOf, { item: several(items) })
          : t(($) => $.types[name]);
      const several = (types: readonly ValueType[]): string =>
        types.map(one).reduce((first, second) => (first === '' ? second : t(($) => $.types.or, { first, second })), '');
      const types = typesOf(schema);
      return types.length === 0 ? t(($) => $.types.unknown) : several(types);
    },
    [t],
  );
}
