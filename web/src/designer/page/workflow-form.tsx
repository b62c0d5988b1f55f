import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../api/use-error-text.ts';
import { Facts } from '../../ui/facts.tsx';
import { Moment } from '../../ui/moment.tsx';
import { setWorkflow } from '../model/commands/set-workflow.ts';
import { useEditor, useEditorState } from '../store/editor-context.ts';
import classes from './designer.module.css';
import type { DesignedWorkflow } from './designer-types.ts';
import { WorkflowSettings } from './workflow-settings.tsx';

/** What belongs to the workflow as a whole; shown while no step is selected. */
export function WorkflowForm({ workflow }: { workflow: DesignedWorkflow }) {
  const { t } = useTranslation('designer');
  return (
    <div className={classes.form}>
      <h2 className={classes.formTitle}>{t(($) => $.workflow.title)}</h2>
      <NameField />
      <DescriptionField />
      <WorkflowSettings workflow={workflow} />
      <section className={classes.formSection}>
        <Facts
          facts={[
            { label: t(($) => $.workflow.key), value: <code>{workflow.key}</code> },
            { label: t(($) => $.workflow.changed), value: <Moment iso={workflow.updatedAt} /> },
          ]}
        />
      </section>
    </div>
  );
}

/** A workflow always has a name: an empty field says so and writes nothing. */
function NameField() {
  const { t } = useTranslation('designer');
  const editor = useEditor();
  const name = useEditorState((state) => state.document.head.name);
  const isReadOnly = useEditorState((state) => state.isReadOnly);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div data-pointer="/name">
      <TextInput
        label={t(($) => $.workflow.name)}
        value={typed ?? name}
        readOnly={isReadOnly}
        maxLength={256}
        error={typed !== null && typed.trim() === '' ? t(($) => $.workflow.nameNeeded) : null}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          if (text.trim() !== '') editor.run(setWorkflow({ name: text }), { tag: 'workflow/name' });
        }}
        onBlur={() => setTyped(null)}
      />
    </div>
  );
}

function DescriptionField() {
  const { t } = useTranslation('designer');
  const editor = useEditor();
  const errors = useErrorText();
  const description = useEditorState((state) => state.document.head.description ?? '');
  const isReadOnly = useEditorState((state) => state.isReadOnly);
  const issue = useEditorState((state) =>
    state.issues.find((each) => each.at.kind === 'workflow' && each.pointer === '/description'),
  );
  return (
    <div data-pointer="/description">
      <Textarea
        label={t(($) => $.workflow.description)}
        description={t(($) => $.workflow.descriptionHelp)}
        value={description}
        readOnly={isReadOnly}
        maxLength={10_000}
        autosize
        minRows={2}
        maxRows={8}
        error={issue === undefined ? null : errors.ofFinding(issue)}
        onChange={(event) => {
          const text = event.currentTarget.value;
          editor.run(setWorkflow({ description: text === '' ? undefined : text }), { tag: 'workflow/description' });
        }}
      />
    </div>
  );
}
