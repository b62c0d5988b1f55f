import { useTranslation } from 'react-i18next';

/** Relationships that the product suggests; a workspace may use any other word. */
const relationTokens = ['related', 'mirrors', 'maps_to', 'blocks', 'duplicate_of', 'synced_with'] as const;

/** A relationship between two names, as in a sentence: a known one in the reader's words, another as it is written. */
export function useRelationWord(): (relation: string) => string {
  const { t } = useTranslation('runs');
  return (relation) => {
    const word = relationTokens.find((each) => each === relation);
    return word === undefined ? relation : t(($) => $.relations[word]);
  };
}
