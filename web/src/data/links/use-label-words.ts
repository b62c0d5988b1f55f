import { useTranslation } from 'react-i18next';

const recordTypes = [
  'project_task',
  'ticket',
  'contact',
  'client',
  'project',
  'appointment',
  'quote',
  'invoice',
] as const;
const relations = ['related', 'mirrors', 'maps_to', 'blocks', 'duplicate_of', 'synced_with'] as const;

/** Words for the labels that everybody knows; a label of the workspace is shown as it is. */
export function useLabelWords() {
  const { t } = useTranslation('data');
  return {
    recordType: (token: string) => {
      const known = recordTypes.find((each) => each === token);
      return known === undefined ? token : t(($) => $.recordTypes[known]);
    },
    relation: (token: string) => {
      const known = relations.find((each) => each === token);
      return known === undefined ? token : t(($) => $.relations[known]);
    },
  };
}
