import type { ReactNode } from 'react';
import classes from './rows.module.css';

/** Several looks of one part beside each other. */
export function Line({ children }: { children: ReactNode }) {
  return <div className={classes.line}>{children}</div>;
}

/** Several looks of one part under each other. */
export function Column({ children }: { children: ReactNode }) {
  return <div className={classes.column}>{children}</div>;
}
