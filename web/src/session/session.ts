import { createContext, useContext } from 'react';
import type { Outputs } from '../api/trpc.ts';

export type Session = NonNullable<Outputs['session']['current']>;

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

/** Who is signed in; only inside the shell, where somebody is. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

/** May the signed-in person do this? The server asks again; this decides what is offered. */
export function useMay(permission: string): boolean {
  return useSession().permissions.includes(permission);
}
