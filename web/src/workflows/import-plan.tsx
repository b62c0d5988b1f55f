import { useTranslation } from 'react-i18next';
import type { Outputs } from '../api/trpc.ts';
import { useErrorText } from '../api/use-error-text.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Badge } from '../ui/badge.tsx';
import { IssueList, type ListedIssue } from '../ui/issue-list.tsx';
import classes from './workflows.module.css';

type Summary = Outputs['workflows']['import'];

/** What an import would do, a line for each workflow. */
export function ImportPlan({ plan }: { plan: Summary }) {
  const { t } = useTranslation('workflows');
  const format = useFormat();
  const texts = useErrorText();
  const deleted = new Set(plan.deletedWorkflows.map((workflow) => workflow.key));
  const versionsOf = (key: string) => plan.createdPublishedVersions.find((each) => each.key === key)?.versions ?? [];
  const lines = [
    ...plan.createdWorkflows.map(({ key }) => ({
      key,
      effect: deleted.has(key) ? ('recreated' as const) : ('created' as const),
    })),
    ...plan.updatedWorkflows.map(({ key }) => ({ key, effect: 'updated' as const })),
  ];
  const hues = { created: 'moss', updated: 'azure', recreated: 'rust' } as const;
  return (
    <div className={classes.form}>
      <ul className={classes.plan} aria-label={t(($) => $.import.plan)}>
        {lines.map(({ key, effect }) => {
          const versions = versionsOf(key);
          return (
            <li key={key}>
              <Badge hue={hues[effect]}>{t(($) => $.import.effects[effect])}</Badge>
              <code>{key}</code>
              <span className={classes.quiet}>
                {versions.length === 0
                  ? t(($) => $.import.draftOnly)
                  : t(($) => $.import.publishedVersions, {
                      count: versions.length,
                      versions: format.list(versions.map(String)),
                    })}
              </span>
            </li>
          );
        })}
      </ul>
      {plan.warnings.length > 0 && (
        <IssueList
          severity="warning"
          issues={grouped(plan.warnings.map((warning) => ({ text: texts.ofFinding(warning), key: warning.key })))}
        />
      )}
    </div>
  );
}

/** One line for each thing that should be known, with the workflows that it is about. */
function grouped(warnings: readonly { text: string; key: string }[]): ListedIssue[] {
  const keys = new Map<string, Set<string>>();
  for (const { text, key } of warnings) keys.set(text, (keys.get(text) ?? new Set()).add(key));
  return [...keys].map(([text, about]) => ({ text, place: [...about].join(' ') }));
}

/** What this installation lacks, named. */
export function MissingDependencies({ details }: { details: Record<string, unknown> }) {
  const { t } = useTranslation('workflows');
  const groups = [
    { name: t(($) => $.import.missing.actions), ids: actionIds(details.missingActions) },
    { name: t(($) => $.import.missing.nodeTypes), ids: texts(details.missingNodeTypes) },
    { name: t(($) => $.import.missing.schemaRefs), ids: texts(details.missingSchemaRefs) },
  ].filter((group) => group.ids.length > 0);
  return (
    <>
      {groups.map((group) => (
        <section key={group.name}>
          <strong>{group.name}</strong>
          <ul className={classes.missing}>
            {group.ids.map((id) => (
              <li key={id}>
                <code>{id}</code>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function actionIds(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.map((each: { actionId?: string; version?: number }) => `${each.actionId ?? ''}@${each.version ?? 1}`);
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
