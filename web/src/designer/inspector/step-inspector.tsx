import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepKey } from '../model/document.ts';
import { ReadableValues } from '../scope/readable-values.tsx';
import { useEditorState } from '../store/editor-context.ts';
import { ActionInputs } from './action/action-inputs.tsx';
import { InputCount } from './action/input-count.tsx';
import { useStepAction } from './action/use-step-action.ts';
import { DocsTab } from './docs/docs-tab.tsx';
import { FailureForm } from './failure/failure-form.tsx';
import { StepScope } from './fields/scope-context.tsx';
import { SettingsForm } from './flow/settings-form.tsx';
import { StepHead } from './head/step-head.tsx';
import classes from './inspector.module.css';
import { OutputForm } from './output/output-form.tsx';
import { OutputMark } from './output/output-mark.tsx';
import { SavedAs } from './output/saved-as.tsx';
import { StepContext } from './step-context.ts';

const TABS = ['inputs', 'output', 'failure', 'docs'] as const;
type TabName = (typeof TABS)[number];

/** Form of one step. */
export function StepInspector({ stepKey }: { stepKey: StepKey }) {
  const type = useEditorState((state) => state.document.steps[stepKey]?.type);
  const [tab, setTab] = useWantedTab();
  const { t } = useTranslation('inspector');
  if (type === undefined) return null;
  const isAction = type === 'action.call';
  const tabs = tabsOf(type);
  return (
    <StepContext value={stepKey}>
      <StepScope>
        <div className={classes.step}>
          <StepHead />
          {tabs.length === 1 ? (
            <div className={classes.body}>
              <SettingsForm type={type} />
              <ReadableValues stepKey={stepKey} />
            </div>
          ) : (
            <Tabs
              value={tabs.includes(tab) ? tab : 'inputs'}
              onChange={(name) => setTab(name as TabName)}
              keepMounted={false}
              className={classes.tabs ?? ''}
            >
              <Tabs.List aria-label={t(($) => $.tabs.label)} className={classes.tabList ?? ''}>
                {tabs.map((name) => (
                  <TabHead key={name} name={name} isAction={isAction} />
                ))}
              </Tabs.List>
              {tabs.map((name) => (
                <Tabs.Panel key={name} value={name} className={classes.body ?? ''}>
                  <TabBody name={name} type={type} />
                  {name === 'inputs' && <ReadableValues stepKey={stepKey} />}
                </Tabs.Panel>
              ))}
            </Tabs>
          )}
          {isAction && <SavedAs onOpen={() => setTab('output')} />}
        </div>
      </StepScope>
    </StepContext>
  );
}

function TabHead({ name, isAction }: { name: TabName; isAction: boolean }) {
  const { t } = useTranslation('inspector');
  const words: Record<TabName, string> = {
    inputs: isAction ? t(($) => $.tabs.inputs) : t(($) => $.tabs.settings),
    output: t(($) => $.tabs.output),
    failure: t(($) => $.tabs.failure),
    docs: t(($) => $.tabs.docs),
  };
  const mark = name === 'inputs' && isAction ? <InputCount /> : name === 'output' ? <OutputMark /> : null;
  return (
    <Tabs.Tab value={name} rightSection={mark}>
      {words[name]}
    </Tabs.Tab>
  );
}

function TabBody({ name, type }: { name: TabName; type: string }) {
  const { action } = useStepAction();
  if (name === 'output') return <OutputForm />;
  if (name === 'failure') return <FailureForm />;
  if (name === 'docs') return action === undefined ? null : <DocsTab action={action} />;
  return type === 'action.call' ? <ActionInputs /> : <SettingsForm type={type} />;
}

/** Blocks fail only by what is inside them, and a state has nothing to fail at. */
function tabsOf(type: string): readonly TabName[] {
  if (type === 'action.call') return TABS;
  const canFail = type === 'control.callWorkflow' || (!type.startsWith('control.') && type !== 'state.set');
  return canFail ? ['inputs', 'failure'] : ['inputs'];
}

/** The tab that holds the field that somebody asks for comes forward. */
function useWantedTab(): [TabName, (tab: TabName) => void] {
  const wanted = useEditorState((state) => state.wanted);
  const [answered, setAnswered] = useState(0);
  const [tab, setTab] = useState<TabName>('inputs');
  if (wanted !== null && wanted.count !== answered) {
    setAnswered(wanted.count);
    if (wanted.pointer !== '' && wanted.pointer !== '/name') setTab(tabOf(wanted.pointer));
  }
  return [tab, setTab];
}

function tabOf(pointer: string): TabName {
  if (pointer.startsWith('/config/saveAs')) return 'output';
  return /^\/(retry|onError|config\/onError)/.test(pointer) ? 'failure' : 'inputs';
}
