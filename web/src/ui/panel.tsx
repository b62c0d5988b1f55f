import type { ReactNode } from 'react';
import classes from './panel.module.css';

/** A surface with an optional heading and actions on its right. */
export function Panel({
  heading,
  count,
  actions,
  children,
}: {
  heading?: string;
  count?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={classes.panel}>
      {heading !== undefined && (
        <header className={classes.header}>
          <h2 className={classes.heading}>{heading}</h2>
          {count !== undefined && <span className={classes.count}>{count}</span>}
          {actions !== undefined && <div className={classes.actions}>{actions}</div>}
        </header>
      )}
      {children}
    </section>
  );
}
