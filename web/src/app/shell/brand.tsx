import { useTranslation } from 'react-i18next';
import classes from './shell.module.css';

/** The mark is decoration: the name stands beside it or in the link around it. */
export function BrandMark() {
  return (
    <svg className={classes.mark} viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      <rect width="26" height="26" rx="7" />
      <path d="M9.6 19.5v-8.2a3.9 3.9 0 0 1 3.9-3.9h.4a3.9 3.9 0 0 1 0 7.8h-.9" />
    </svg>
  );
}

export function Brand() {
  const { t } = useTranslation('common');
  return (
    <span className={classes.brand}>
      <BrandMark />
      <span className={classes.brandName}>{t(($) => $.product)}</span>
    </span>
  );
}
