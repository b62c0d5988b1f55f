import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useEntryLabels } from '../../i18n/entry-labels.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { type DescribedStep, describeStep } from './describe-step.ts';
import { isJsonObject } from './json-object.ts';
import type { Part } from './sentence.ts';

/** What a step does, as one sentence: objects bold, paths in code. A step that is not finished says what it needs. */
export function useStepSummary(): (step: DescribedStep) => ReactNode {
  const { t } = useTranslation('steps');
  const labels = useEntryLabels();
  const { duration } = useFormat();
  return (step) => {
    const sentence = describeStep(step, {
      recordType: labels.recordType,
      relation: labels.relation,
      event: labels.event,
      duration,
    });
    if (sentence === null) return descriptionOf(step, labels);
    if ('needed' in sentence) return <span data-incomplete>{t(($) => $.needs[sentence.needed])}</span>;
    const { key, parts, count } = sentence;
    const components = Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, <Written key={name} part={part} />]),
    );
    return (
      <Trans t={t} i18nKey={($) => $.does[key]} components={components} {...(count === undefined ? {} : { count })} />
    );
  };
}

/** The author's own words come in as a whole: nothing in them is read as markup or as a placeholder. */
function Written({ part: { look, text } }: { part: Part }) {
  return look === 'code' ? <code>{text}</code> : <strong>{text}</strong>;
}

function descriptionOf(step: DescribedStep, labels: ReturnType<typeof useEntryLabels>): string {
  const { type, config } = step as { type?: unknown; config?: unknown };
  if (isJsonObject(config) && typeof config.actionId === 'string') return labels.actionDescription(config.actionId);
  return typeof type === 'string' ? labels.nodeDescription(type) : '';
}
