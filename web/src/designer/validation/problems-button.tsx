import { Button, Popover } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEditorState } from '../store/editor-context.ts';
import { ProblemList } from './problem-list.tsx';
import classes from './problems.module.css';
import { closeProblems, openProblems, useProblems } from './use-problems.ts';

/** How many problems there are; opens the list of them. */
export function ProblemsButton() {
  const { t } = useTranslation('designer');
  const issues = useEditorState((state) => state.issues);
  const { opened, leftFor } = useProblems();
  const errors = issues.filter((issue) => issue.severity === 'error').length;
  const warnings = issues.length - errors;
  const severity = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'none';
  const Glyph = severity === 'error' ? IconCircleX : severity === 'warning' ? IconAlertTriangle : IconCircleCheck;
  const words =
    errors > 0
      ? t(($) => $.problems.errors, { count: errors })
      : warnings > 0
        ? t(($) => $.problems.warnings, { count: warnings })
        : t(($) => $.problems.none);
  return (
    <Popover
      opened={opened}
      onDismiss={() => closeProblems()}
      position="bottom-end"
      width={420}
      shadow="md"
      radius="md"
      trapFocus
      returnFocus={leftFor === null}
    >
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          className={classes.button ?? ''}
          data-severity={severity}
          leftSection={<Glyph size={16} stroke={1.8} aria-hidden />}
          onClick={() => (opened ? closeProblems() : openProblems())}
        >
          <span className={classes.words}>{words}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t(($) => $.problems.label)}>
        <ProblemList onClose={() => closeProblems('field')} />
      </Popover.Dropdown>
    </Popover>
  );
}
