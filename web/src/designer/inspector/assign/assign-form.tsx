import { useTranslation } from 'react-i18next';
import { AssignmentList } from './assignment-list.tsx';

export function AssignForm() {
  const { t } = useTranslation('inspector');
  return <AssignmentList pointer="/config/assign" title={t(($) => $.assign.title)} help={t(($) => $.assign.help)} />;
}
