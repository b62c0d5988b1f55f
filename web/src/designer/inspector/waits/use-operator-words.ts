import { useTranslation } from 'react-i18next';
import type { FilterOperator } from './filters.ts';

export function useOperatorWords(): Record<FilterOperator, string> {
  const { t } = useTranslation('inspector');
  return {
    '=': t(($) => $.operators.eq),
    '!=': t(($) => $.operators.ne),
    in: t(($) => $.operators.in),
    not_in: t(($) => $.operators.not_in),
    exists: t(($) => $.operators.exists),
    not_exists: t(($) => $.operators.not_exists),
    '>': t(($) => $.operators.gt),
    '>=': t(($) => $.operators.gte),
    '<': t(($) => $.operators.lt),
    '<=': t(($) => $.operators.lte),
    contains: t(($) => $.operators.contains),
    starts_with: t(($) => $.operators.starts_with),
    ends_with: t(($) => $.operators.ends_with),
  };
}
