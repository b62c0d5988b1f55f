/** Where to go after signing in: only inside this product. */
export function safeTarget(to: string | undefined): string {
  return to?.startsWith('/') === true && !to.startsWith('//') && !to.includes('\\') ? to : '/';
}
