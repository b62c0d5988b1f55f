import type { ReactElement } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useEntryLabels } from '../../i18n/entry-labels.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { Outcome } from './outcome-of.ts';
import { useRelationWord } from './use-relation-word.ts';

/** The sentence of what a step did: names of people's things bold, what is written as code. */
export function OutcomeText({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  const labels = useEntryLabels();
  const relationWord = useRelationWord();
  const { sentence, bold = {}, code = {}, words = {}, numbers = {} } = outcome;
  const { answer, way, relation, event, until } = words;
  const said: Record<string, string> = {
    ...bold,
    ...(answer !== undefined && { answer: t(($) => $.outcome.answers[answer]) }),
    ...(way !== undefined && { way: t(($) => $.pipe.branches[way]) }),
    ...(event !== undefined && { event: labels.event(event) }),
    ...(until !== undefined && { until: format.dateTime(until) }),
  };
  // Whole words come in as components: nothing in them is read as markup or as a placeholder.
  const components: Record<string, ReactElement> = {};
  for (const [name, text] of Object.entries(said)) components[name] = <Written key={name} as="strong" text={text} />;
  for (const [name, text] of Object.entries(code)) components[name] = <Written key={name} as="code" text={text} />;
  if (relation !== undefined) components.relation = <Written key="relation" as="span" text={relationWord(relation)} />;
  const { count = 0, atOnce = 1, failed = 0 } = numbers;
  return (
    <Trans
      t={t}
      i18nKey={($) => $.outcome[sentence]}
      components={components}
      count={count}
      values={{ number: format.number(count), atOnce: format.number(atOnce), failed: format.number(failed) }}
    />
  );
}

function Written({ as: Tag, text }: { as: 'strong' | 'code' | 'span'; text: string }) {
  return <Tag>{text}</Tag>;
}
