import type { ReactNode } from 'react';
import classes from './counters.module.css';

export interface Counter {
  id: string;
  figure: ReactNode;
  label: string;
}

/** One strip of numbers, no cards. */
export function Counters({ counters, label }: { counters: readonly Counter[]; label: string }) {
  return (
    <ul className={classes.strip} aria-label={label}>
      {counters.map((counter) => (
        <li key={counter.id} className={classes.counter}>
          <span className={classes.figure}>{counter.figure}</span>
          <span className={classes.label}>{counter.label}</span>
        </li>
      ))}
    </ul>
  );
}
