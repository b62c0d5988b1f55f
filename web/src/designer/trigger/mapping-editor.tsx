import { ActionIcon, Button, Tooltip } from '@mantine/core';
import type { Json, JsonObject } from '@penstock/server/language';
import { IconWand, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ExpressionField } from '../expression-editor/expression-field.tsx';
import { formatPointer } from '../model/pointer.ts';
import { formatPath } from '../scope/paths.ts';
import type { Scope } from '../scope/scope.ts';
import { useScope } from '../scope/use-scope.ts';
import { useTypeText } from '../scope/use-type-text.ts';
import { useCatalog } from '../store/catalog.ts';
import { type ContractState, type MappingRow, mappingRows, sameNames } from './contract.ts';
import classes from './trigger.module.css';
import type { TriggerState } from './use-trigger.ts';
import { useTriggerIssue } from './use-trigger-issue.ts';

/** How the input is made of the event: each field of the input, and the expression that makes it. */
export function MappingEditor({ trigger, contract }: { trigger: TriggerState; contract: ContractState }) {
  const { t } = useTranslation('expressions');
  const { payloads } = useCatalog();
  const scope = useScope('trigger');
  const issue = useTriggerIssue('/payloadMapping');
  const mapping: JsonObject = trigger.event?.payloadMapping ?? {};
  const rows = useMemo(
    () => mappingRows(payloads.get(contract.target) ?? null, mapping),
    [payloads, contract.target, mapping],
  );
  const fillable = sameNames(rows, contract.source === null ? null : (payloads.get(contract.source) ?? null));
  const put = (changes: Record<string, Json | undefined>, tag?: string) => {
    const next = Object.entries({ ...mapping, ...changes }).filter(([, value]) => value !== undefined);
    const payloadMapping = next.length === 0 ? undefined : (Object.fromEntries(next) as JsonObject);
    trigger.change({ payloadMapping }, tag);
  };
  const fill = () => put(Object.fromEntries(fillable.map((name) => [name, expressionFor(name)])));
  return (
    <section className={classes.section} data-pointer="/payloadMapping">
      <h3 className={classes.heading}>{t(($) => $.trigger.mapping)}</h3>
      <p className={classes.help}>{t(($) => $.trigger.mappingHelp)}</p>
      {issue !== null && contract.status === 'ready' && <p className={classes.problem}>{issue.text}</p>}
      {fillable.length > 0 && !trigger.isReadOnly && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconWand size={14} aria-hidden />}
          onClick={fill}
          className={classes.quiet ?? ''}
        >
          {t(($) => $.trigger.fill, { count: fillable.length })}
        </Button>
      )}
      {rows.length === 0 && <p className={classes.help}>{t(($) => $.trigger.noFieldsToMap)}</p>}
      {rows.map((row) => (
        <MappingField
          key={row.target}
          row={row}
          scope={scope}
          canBeSame={fillable.includes(row.target)}
          isReadOnly={trigger.isReadOnly}
          onChange={(value) => put({ [row.target]: value }, `trigger/payloadMapping/${row.target}`)}
        />
      ))}
    </section>
  );
}

function expressionFor(name: string): JsonObject {
  return { $expr: formatPath(['event', 'payload', name]) };
}

interface FieldProps {
  row: MappingRow;
  scope: Scope;
  /** The event brings a field of this name. */
  canBeSame: boolean;
  isReadOnly: boolean;
  onChange: (value: Json | undefined) => void;
}

function MappingField({ row, scope, canBeSame, isReadOnly, onChange }: FieldProps) {
  const { t } = useTranslation('expressions');
  const type = useTypeText();
  const { target, schema, required, value, isKnown } = row;
  const pointer = formatPointer(['payloadMapping', target]);
  const issue = useTriggerIssue(pointer);
  return (
    <div className={classes.mapped} data-pointer={pointer}>
      <div className={classes.mappedHead}>
        <code className={classes.target}>{target}</code>
        <span className={classes.type}>
          {isKnown ? type(schema) : t(($) => $.trigger.unknownTarget)}
          {required && <span className={classes.required}> {t(($) => $.schema.required)}</span>}
        </span>
        {value !== undefined && !isReadOnly && (
          <Tooltip label={t(($) => $.trigger.removeTarget, { name: target })}>
            <ActionIcon
              size="xs"
              aria-label={t(($) => $.trigger.removeTarget, { name: target })}
              onClick={() => onChange(undefined)}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <ExpressionField
        label={target}
        hideLabel
        value={textOf(value)}
        onChange={(text) => onChange(text === '' ? undefined : { $expr: text })}
        scope={scope}
        expects={schema}
        error={issue?.text}
        isReadOnly={isReadOnly}
        placeholder={canBeSame ? formatPath(['event', 'payload', target]) : undefined}
      />
    </div>
  );
}

/** A fixed value is shown as the expression that gives it. */
function textOf(value: Json | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'object' && value !== null && '$expr' in value) return String(value.$expr);
  return JSON.stringify(value);
}
