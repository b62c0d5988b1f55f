/** Something keeps the product from starting that the operator can change; its message is what the start prints, whole. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
