import { Button, Select, Switch } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../store/catalog.ts';
import { type ContractMode, EMPTY_CONTRACT } from './contract.ts';
import { SchemaPreview } from './schema-preview.tsx';
import classes from './trigger.module.css';
import type { TriggerState } from './use-trigger.ts';
import { useTriggerIssue } from './use-trigger-issue.ts';

/** What steps read as `payload`: it follows the event, or it is held. */
export function ContractSection({ trigger, mode }: { trigger: TriggerState; mode: ContractMode }) {
  const { t } = useTranslation('expressions');
  const { payloads } = useCatalog();
  const { isReadOnly, contract, event } = trigger;
  const ref = contract?.target ?? trigger.payloadSchemaRef;
  const schema = payloads.get(ref) ?? null;
  const isHeld = mode === 'pinned';
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>{t(($) => $.trigger.contract)}</h3>
      <p className={classes.help}>{t(($) => $.trigger.contractHelp)}</p>
      {event !== null && (
        <Switch
          label={t(($) => $.trigger.lock)}
          description={isHeld ? t(($) => $.trigger.lockHelp) : t(($) => $.trigger.follows)}
          checked={isHeld}
          disabled={isReadOnly}
          onChange={({ currentTarget }) => trigger.setMode(currentTarget.checked ? 'pinned' : 'inferred')}
        />
      )}
      {isHeld || event === null ? <ContractSelect trigger={trigger} /> : <code className={classes.ref}>{ref}</code>}
      {schema !== null && <SchemaPreview schemaRef={ref} schema={schema} />}
    </section>
  );
}

function ContractSelect({ trigger }: { trigger: TriggerState }) {
  const { t } = useTranslation('expressions');
  const { payloads } = useCatalog();
  const issue = useTriggerIssue('/payloadSchemaRef');
  const { payloadSchemaRef: ref, isReadOnly, chooseContract } = trigger;
  const refs = useMemo(() => [...new Set([...payloads.keys(), ref])].toSorted(), [payloads, ref]);
  const nearest = issue?.suggestion ?? null;
  const isUnknown = !payloads.has(ref);
  return (
    <div data-pointer="/payloadSchemaRef">
      <Select
        label={t(($) => $.trigger.ref)}
        data={refs}
        value={ref}
        onChange={(next) => next !== null && next !== ref && chooseContract(next)}
        searchable
        openOnFocus={false}
        onFocus={(focus) => focus.currentTarget.select()}
        allowDeselect={false}
        readOnly={isReadOnly}
        error={issue?.text ?? (isUnknown ? t(($) => $.trigger.unknownRef, { ref }) : undefined)}
        classNames={{ input: classes.code ?? '', option: classes.code ?? '' }}
      />
      {isUnknown && !isReadOnly && (
        <div className={classes.fixes}>
          {nearest !== null && (
            <Button size="xs" variant="default" onClick={() => chooseContract(nearest)}>
              {t(($) => $.trigger.useNearest, { ref: nearest })}
            </Button>
          )}
          <Button size="xs" variant="subtle" onClick={() => chooseContract(EMPTY_CONTRACT)}>
            {t(($) => $.trigger.clearRef)}
          </Button>
        </div>
      )}
    </div>
  );
}
