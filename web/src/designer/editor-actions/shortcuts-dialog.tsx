import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EDITOR_ACTIONS } from './editor-action.ts';
import { KeyCaps } from './key-caps.tsx';
import { editorActions } from './registry.ts';
import classes from './shortcuts.module.css';

/** Keys that are heard where they act and not here. */
const ELSEWHERE = [
  ['walk', ['ArrowUp', 'ArrowDown']],
  ['branch', ['ArrowLeft', 'ArrowRight']],
  ['open', ['Enter']],
  ['insert', ['A']],
  ['pickUp', ['Space']],
  ['extend', ['Shift+ArrowDown']],
  ['menu', ['Shift+F10']],
  ['find', ['Mod+F']],
  ['searchSteps', ['/']],
  ['regions', ['F6']],
  ['save', ['Mod+S']],
  ['show', ['?']],
] as const;

/** All keys of the designer, in two lists. */
export function ShortcutsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['palette', 'common']);
  const { t: tCommon } = useTranslation('common');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="44rem"
      title={t(($) => $.keys.title)}
      closeButtonProps={{ 'aria-label': tCommon(($) => $.close) }}
    >
      <div className={classes.lists}>
        <section aria-label={t(($) => $.keys.moving)}>
          <h3 className={classes.title}>{t(($) => $.keys.moving)}</h3>
          <dl className={classes.list}>
            {ELSEWHERE.map(([id, keys]) => (
              <Row key={id} word={t(($) => $.keys.elsewhere[id])} keys={keys} />
            ))}
          </dl>
        </section>
        <section aria-label={t(($) => $.keys.changing)}>
          <h3 className={classes.title}>{t(($) => $.keys.changing)}</h3>
          <dl className={classes.list}>
            {EDITOR_ACTIONS.map((id) => (
              <Row key={id} word={t(($) => $.actions[id])} keys={editorActions[id].keys} />
            ))}
          </dl>
        </section>
      </div>
    </Modal>
  );
}

function Row({ word, keys }: { word: string; keys: readonly string[] }) {
  return (
    <div className={classes.row}>
      <dt>{word}</dt>
      <dd className={classes.keys}>
        {keys.map((shortcut) => (
          <KeyCaps key={shortcut} shortcut={shortcut} />
        ))}
      </dd>
    </div>
  );
}
