import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isSameProcess, processStartOf } from './processes.ts';

export interface LockHolder {
  pid: number;
  /** Tells a process from a later one with the same number. */
  processStart: string;
}

export interface ProcessLock {
  release(): void;
}

/**
 * Takes the lock file for this process, or returns who has it. A holder that died without releasing loses the lock.
 *
 * The file appears whole or not at all (written aside, then linked), so two processes never both believe that they made it. A dead
 * holder's file is first moved aside; whoever moved a live one (it replaced the dead one in between) puts it back and asks again.
 */
export function takeProcessLock(file: string): ProcessLock | LockHolder {
  const mine: LockHolder = { pid: process.pid, processStart: processStartOf(process.pid) ?? '' };
  const aside = `${file}.${process.pid}`;
  for (;;) {
    if (linkNew(file, aside, mine)) return { release: () => releaseIfMine(file, mine) };
    const holder = readHolder(file);
    if (holder !== undefined && isSameProcess(holder)) return holder;
    moveDeadAside(file, `${aside}.dead`);
  }
}

/** The living process that has the lock, if any. */
export function lockHolder(file: string): LockHolder | undefined {
  const holder = readHolder(file);
  return holder !== undefined && isSameProcess(holder) ? holder : undefined;
}

export function isLock(taken: ProcessLock | LockHolder): taken is ProcessLock {
  return 'release' in taken;
}

function linkNew(file: string, aside: string, content: LockHolder): boolean {
  writeFileSync(aside, JSON.stringify(content), { mode: 0o644 });
  try {
    linkSync(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(aside, { force: true });
  }
}

function moveDeadAside(file: string, moved: string): void {
  try {
    renameSync(file, moved);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const found = readHolder(moved);
  if (found !== undefined && isSameProcess(found)) {
    try {
      linkSync(moved, file);
    } catch {
      // A third process took it between these two calls; PostgreSQL's own lock still keeps the data safe.
    }
  }
  rmSync(moved, { force: true });
}

function releaseIfMine(file: string, mine: LockHolder): void {
  const holder = readHolder(file);
  if (holder?.pid === mine.pid && holder.processStart === mine.processStart) rmSync(file, { force: true });
}

function readHolder(file: string): LockHolder | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof parsed !== 'object' || parsed === null || !('pid' in parsed) || !('processStart' in parsed))
      return undefined;
    return { pid: Number(parsed.pid), processStart: String(parsed.processStart) };
  } catch {
    return undefined;
  }
}
