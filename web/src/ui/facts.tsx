import type { ReactNode } from 'react';
import classes from './facts.module.css';

export interface Fact {
  label: string;
  value: ReactNode;
}

/** Names and values; `across` puts them in a line with the name above. */
export function Facts({ facts, across = false }: { facts: readonly Fact[]; across?: boolean }) {
  return (
    <dl className={classes.facts} data-across={across || undefined}>
      {facts.map(({ label, value }) => (
        <div key={label} className={classes.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
