import { createServer } from 'node:net';
import type { Config } from '../kernel/config.ts';

/** What people type into their browser: as configured, else the address that the server listens on. */
export function publicUrlOf(config: Pick<Config, 'HOST' | 'PENSTOCK_PUBLIC_URL'>, port: number): string {
  if (config.PENSTOCK_PUBLIC_URL !== undefined) return config.PENSTOCK_PUBLIC_URL.replace(/\/+$/, '');
  const isEverywhere = config.HOST === '0.0.0.0' || config.HOST === '::';
  const host = isEverywhere ? 'localhost' : config.HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** The port to listen on. 0 = any free one, chosen before the server is made, because sign-in has to know its own address. */
export async function choosePort(config: Pick<Config, 'HOST' | 'PORT'>): Promise<number> {
  if (config.PORT !== 0) return config.PORT;
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, config.HOST, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
