import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import links from '../../ui/text-link.module.css';
import { Tile } from '../../ui/tile.tsx';
import type { RecordName, RecordRef } from '../data-types.ts';
import { useDataSearch } from '../use-data-search.ts';
import classes from './links.module.css';
import { recordIcon, useRecordLabel } from './record-label.ts';

/** A record by its name; following it shows what is linked around it. */
export function RecordCell({ record, name }: { record: RecordRef; name: RecordName }) {
  const { t } = useTranslation('data');
  const { search } = useDataSearch();
  const { title, isId, about } = useRecordLabel()(record, name);
  return (
    <span className={classes.record}>
      <Tile icon={recordIcon(record.type)} family="records" size={24} />
      <span className={classes.recordText}>
        <Link
          to="/data"
          search={{ ...search, recordType: record.type, recordId: record.id }}
          className={links.name}
          title={title}
          aria-label={t(($) => $.around.recentre, { name: title })}
        >
          {isId ? <code>{title}</code> : title}
        </Link>
        <small>{about}</small>
      </span>
    </span>
  );
}
