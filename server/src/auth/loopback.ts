const names = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** Is it a name of this machine for itself? Takes what HOST and a Host header's name may be. */
export function isLoopback(host: string): boolean {
  return names.has(host.toLowerCase()) || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** The name of a Host header, without its port. */
export function hostNameOf(header: string): string {
  return header.replace(/:\d+$/, '');
}
