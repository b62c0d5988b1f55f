import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { apiErrorOf } from '../api/api-error.ts';
import { useErrorText } from '../api/use-error-text.ts';
import { Page } from '../ui/page.tsx';
import { EmptyState, ErrorPanel } from '../ui/states.tsx';

/** Outside the shell there is no main landmark yet. */
export function LostPage() {
  return (
    <main>
      <NotFoundPage />
    </main>
  );
}

export function NotFoundPage() {
  const { t } = useTranslation('common');
  return (
    <Page title={t(($) => $.notFound.title)}>
      <EmptyState
        icon={IconMapOff}
        title={t(($) => $.notFound.nothingHere)}
        text={t(($) => $.notFound.text)}
        action={
          <Button component={Link} to="/workflows" variant="default">
            {t(($) => $.notFound.toWorkflows)}
          </Button>
        }
      />
    </Page>
  );
}

/** The shell stays; the page says what happened and can be tried again. */
export function UnexpectedPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('common');
  const router = useRouter();
  const errors = useErrorText();
  const known = apiErrorOf(error);
  const text = known.code === 'UNREADABLE_ANSWER' ? t(($) => $.pageBroke.text) : errors.ofError(known);
  return (
    <Page title={t(($) => $.pageBroke.title)}>
      <ErrorPanel
        text={text}
        details={[known.message, known.requestId].filter((part) => part !== null).join('\n')}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </Page>
  );
}
