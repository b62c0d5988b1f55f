import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '../api/download.ts';
import { useErrorText } from '../api/use-error-text.ts';
import { useAnnounce } from '../ui/announcer.tsx';

/** Saves the canonical bytes of a bundle: one workflow under its key, several together. */
export function useExportBundle() {
  const { t } = useTranslation('workflows');
  const announce = useAnnounce();
  const errors = useErrorText();
  return useMutation({
    mutationFn: (keys: readonly string[]) => {
      const name = keys.length === 1 ? (keys[0] ?? 'workflow') : 'workflows';
      const list = keys.map(encodeURIComponent).join(',');
      return download(`/api/workflow-definitions/export?keys=${list}`, `${name}.bundle.json`);
    },
    onSuccess: (_answer, keys) => announce(t(($) => $.exported, { count: keys.length })),
    onError: (error) => announce(errors.of(error)),
  });
}
