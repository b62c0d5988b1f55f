import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import links from '../../ui/text-link.module.css';
import { useRelationWord } from '../outcome/use-relation-word.ts';
import type { RecordEnd, ChangedThing as Thing } from './change-rows.ts';
import classes from './changes.module.css';

/** What was changed, by the name that people know it by, and the way to it. */
export function ChangedThing({ thing }: { thing: Thing }) {
  if (thing.is === 'entry') {
    const { namespace, key } = thing;
    return (
      <Link to="/data" search={{ collection: namespace, entry: key }} className={classes.entry}>
        {`${namespace} / ${key}`}
      </Link>
    );
  }
  if (thing.is === 'record') return <RecordLink record={thing.record} exists={thing.exists} />;
  return <LinkedPair thing={thing} />;
}

function LinkedPair({ thing }: { thing: Extract<Thing, { is: 'link' }> }) {
  const { t } = useTranslation('runs');
  const relationWord = useRelationWord();
  return (
    <span className={classes.pair}>
      <Trans
        t={t}
        i18nKey={($) => $.changes.pair}
        components={{
          from: <RecordLink key="from" record={thing.from} exists={thing.from.name !== null} />,
          relation: <Word key="relation" text={relationWord(thing.relation)} />,
          to: <RecordLink key="to" record={thing.to} exists={thing.to.name !== null} />,
        }}
      />{' '}
      <Link
        to="/data"
        search={{ collection: thing.namespace, tab: 'links', link: thing.linkId }}
        className={classes.collection}
      >
        {thing.namespace}
      </Link>
    </span>
  );
}

function Word({ text }: { text: string }) {
  return <span className={classes.relation}>{text}</span>;
}

function RecordLink({ record, exists }: { record: RecordEnd; exists: boolean }) {
  const { name, type, id, projectId } = record;
  if (name === null) return <code className={classes.id} title={id}>{`${type} ${id.slice(-6)}`}</code>;
  if (!exists || projectId === null) return <span className={classes.gone}>{name}</span>;
  return (
    <Link
      to="/projects/$projectId"
      params={{ projectId }}
      search={type === 'project_task' ? { task: id } : {}}
      className={links.link}
    >
      {name}
    </Link>
  );
}
