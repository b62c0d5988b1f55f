import { IconKey, IconRepeat, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../ui/badge.tsx';
import type { ActionEntry } from '../../store/catalog.ts';
import classes from '../inspector.module.css';

/** How often the effect happens when something breaks in the middle; nothing is said of a step without effect. */
export function Guarantee({ effect }: { effect: ActionEntry['effect'] }) {
  const { t } = useTranslation('inspector');
  if (effect === 'pure') return null;
  const look = {
    transactional: {
      icon: IconShieldCheck,
      hue: 'moss',
      word: t(($) => $.guarantee.transactional),
      help: t(($) => $.guarantee.transactionalHelp),
    },
    keyed: { icon: IconKey, hue: 'azure', word: t(($) => $.guarantee.keyed), help: t(($) => $.guarantee.keyedHelp) },
    'at-least-once': {
      icon: IconRepeat,
      hue: 'ember',
      word: t(($) => $.guarantee['at-least-once']),
      help: t(($) => $.guarantee['at-least-onceHelp']),
    },
  } as const;
  const { icon, hue, word, help } = look[effect];
  return (
    <div className={classes.guarantee}>
      <Badge icon={icon} hue={hue}>
        {word}
      </Badge>
      <span>{help}</span>
    </div>
  );
}
