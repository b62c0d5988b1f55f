/**
 * A hint that something changed, after it committed. Lost signals cost time, never correctness: everything that listens also polls.
 * run: state or steps of a run · work: a tenant has claimable runs · outbox: events that wait for the dispatcher · event: a new or
 * dispatched event · store, links, records, workflows: lists changed.
 */
export type SignalKind = 'run' | 'work' | 'outbox' | 'event' | 'store' | 'links' | 'records' | 'workflows';

export interface Signal {
  kind: SignalKind;
  /** '' = any tenant: after a burst or a lost connection nobody knows which. */
  tenant: string;
  /** Run id, event id … ; '' = any, so look again. */
  id: string;
}

export interface Signals {
  /** Reaches listeners of this process at once and those of other processes within about 50 ms. */
  publish(signal: Signal): void;
  subscribe(listener: (signal: Signal) => void): () => void;
}
