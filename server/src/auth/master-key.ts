import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Config, ConfigError } from '../kernel/config.ts';

const KEY_BYTES = 32;

export interface MasterKey {
  /** 32 bytes. */
  bytes: Buffer;
  /** Where it was kept because the environment gave none; null when the operator keeps it. */
  generatedAt: string | null;
}

type KeyConfig = Pick<Config, 'PENSTOCK_MASTER_KEY' | 'PENSTOCK_MASTER_KEY_FILE'>;

/**
 * The key that everything secret hangs on: from the environment, or made once and kept beside the user's settings, never in the data
 * directory, so that a copy of the data alone opens nothing. Errors: ConfigError.
 */
export function loadMasterKey(config: KeyConfig, environment: Record<string, string | undefined>): MasterKey {
  const { PENSTOCK_MASTER_KEY: given, PENSTOCK_MASTER_KEY_FILE: file } = config;
  if (given !== undefined) return { bytes: decodeKey(given, 'PENSTOCK_MASTER_KEY'), generatedAt: null };
  if (file !== undefined)
    return { bytes: decodeKey(readGivenFile(file), 'PENSTOCK_MASTER_KEY_FILE'), generatedAt: null };
  const path = join(settingsDirectory(environment), 'master.key');
  return { bytes: decodeKey(readOrMake(path), path), generatedAt: path };
}

/** A key for one purpose, so that no two uses share one. */
export function deriveKey(masterKey: MasterKey, purpose: string): string {
  return Buffer.from(hkdfSync('sha256', masterKey.bytes, '', `penstock ${purpose}`, KEY_BYTES)).toString('base64url');
}

function settingsDirectory(environment: Record<string, string | undefined>): string {
  const configHome = environment.XDG_CONFIG_HOME;
  return join(configHome === undefined || configHome === '' ? join(homedir(), '.config') : configHome, 'penstock');
}

function decodeKey(text: string, source: string): Buffer {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length === KEY_BYTES) return bytes;
  throw new ConfigError(
    `The master key in ${source} is not usable: it takes ${KEY_BYTES} bytes in base64 (openssl rand -base64 32).`,
  );
}

function readGivenFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError(`The file of PENSTOCK_MASTER_KEY_FILE cannot be read: ${messageOf(error)}.`);
  }
}

/** Two processes that start at once end with the same key: the file appears whole, under its name, or not at all. */
function readOrMake(path: string): string {
  const known = readIfThere(path);
  if (known !== null) return known;
  const draft = `${path}.${process.pid}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600 });
    try {
      linkSync(draft, path);
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError(`The master key cannot be kept at ${path} (${messageOf(error)}); set PENSTOCK_MASTER_KEY.`);
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw new ConfigError(`The master key at ${path} cannot be read: ${messageOf(error)}.`);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
