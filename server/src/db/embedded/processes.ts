import { readFileSync } from 'node:fs';

/** A process that has ended and only waits for its parent to notice counts as dead. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return procStat(pid)?.[0] !== 'Z';
}

/** When the process began, in clock ticks since boot; undefined where the system does not tell (then only the number counts). */
export function processStartOf(pid: number): string | undefined {
  return procStat(pid)?.[19];
}

/** Is this still the process that was meant, and not a later one that got its number? */
export function isSameProcess({ pid, processStart }: { pid: number; processStart: string }): boolean {
  return isAlive(pid) && (processStartOf(pid) ?? '') === processStart;
}

/** The fields of Linux's /proc/<pid>/stat from the third (state) on. */
function procStat(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name, in brackets, may itself hold spaces and brackets: fields are counted from behind it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
