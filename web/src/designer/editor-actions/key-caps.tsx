import { useTranslation } from 'react-i18next';
import { keyCaps } from './keys.ts';
import classes from './shortcuts.module.css';

const NAMED = ['Mod', 'Alt', 'Shift', 'Delete', 'Backspace', 'Enter', 'Space', 'Escape'] as const;

/** A shortcut as it stands on the keys. */
export function KeyCaps({ shortcut }: { shortcut: string }) {
  const { t } = useTranslation('palette');
  const nameOf = (key: string) => {
    const named = NAMED.find((each) => each === key);
    return named === undefined ? key : t(($) => $.keys.names[named]);
  };
  return (
    <span className={classes.caps} dir="ltr">
      {keyCaps(shortcut, nameOf).map((cap) => (
        <kbd key={cap} className={classes.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
