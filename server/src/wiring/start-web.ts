import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createServer, type ServerOptions } from '../api/create-server.ts';
import { createAuth } from '../auth/create-auth.ts';
import { isLoopback } from '../auth/loopback.ts';
import { deriveKey, loadMasterKey } from '../auth/master-key.ts';
import { createFirstOwner, isSetUpNeeded } from '../auth/set-up.ts';
import type { Platform } from '../db/platform.ts';
import { StartError } from '../db/start-error.ts';
import { isAppError } from '../kernel/errors.ts';
import { choosePort, publicUrlOf } from './public-url.ts';

const WEB_ROOT = fileURLToPath(new URL('../../../web/dist', import.meta.url));

export interface WebRole {
  url: string;
  /** What to tell somebody who starts the product for the first time; null afterwards. */
  hint: string | null;
  close(): Promise<void>;
}

/** Serves the application and the API. Errors: ConfigError, StartError when the port is taken. */
export async function startWeb(platform: Platform, environment: Record<string, string | undefined>): Promise<WebRole> {
  const { config, logger } = platform;
  const masterKey = loadMasterKey(config, environment);
  const isForOthers = !isLoopback(config.HOST) || config.PENSTOCK_PUBLIC_URL !== undefined;
  if (masterKey.generatedAt !== null && isForOthers && environment.NODE_ENV === 'production') {
    logger.warn(
      { path: masterKey.generatedAt },
      'The master key was generated here; in production give PENSTOCK_MASTER_KEY and keep a copy',
    );
  }
  const port = await choosePort(config);
  const publicUrl = publicUrlOf(config, port);
  const auth = createAuth(platform, { secret: deriveKey(masterKey, 'sessions'), publicUrl });
  const firstOwner = await bootstrapOwner(platform);
  const setup = { token: randomBytes(18).toString('base64url'), isLocal: isLoopback(config.HOST) };
  const server = await createServer({ platform, auth, publicUrl, setup, webRoot: WEB_ROOT });
  await listen(() => server.listen({ host: config.HOST, port }), config.HOST, port);
  const hint = firstOwner ?? (await setUpHint(platform, publicUrl, setup));
  return { url: publicUrl, hint, close: () => server.close() };
}

/** The first owner from the environment, where one is named and nobody is there yet. */
async function bootstrapOwner(platform: Platform): Promise<string | null> {
  const { PENSTOCK_ADMIN_EMAIL: email, PENSTOCK_ADMIN_PASSWORD: password } = platform.config;
  if (email === undefined || password === undefined || !(await isSetUpNeeded(platform))) return null;
  try {
    await createFirstOwner(
      platform,
      { email: email.toLowerCase(), name: email, password, tenantName: 'Penstock' },
      'system',
    );
  } catch (error) {
    // Another process that starts at the same time was first.
    if (!isAppError(error, 'SETUP_ALREADY_DONE')) throw error;
  }
  return `Sign in as ${email} with the password of PENSTOCK_ADMIN_PASSWORD.`;
}

async function setUpHint(platform: Platform, url: string, setup: ServerOptions['setup']): Promise<string | null> {
  if (!(await isSetUpNeeded(platform))) return null;
  const hint = `The first visit makes the first owner: open ${url} and choose an e-mail address and a password.`;
  if (!setup.isLocal) return `${hint}\nThe page asks for this token: ${setup.token}`;
  // A proxy on this machine may bring people from elsewhere, and so may a name that somebody pointed at this machine.
  platform.logger.info(
    {},
    `Opened by another name than this machine's own, the page asks for this token: ${setup.token}`,
  );
  return hint;
}

async function listen(start: () => Promise<unknown>, host: string, port: number): Promise<void> {
  try {
    await start();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE')
      throw new StartError(`Port ${port} on ${host} is in use: stop what uses it, or set PORT to another one.`);
    if (code === 'EACCES')
      throw new StartError(`Port ${port} on ${host} needs more rights: set PORT to 1024 or above.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartError(`HOST ${host} is no address of this machine.`);
    throw error;
  }
}
