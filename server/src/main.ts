// The imports of the product are dynamic, so that an old Node gets a sentence instead of a syntax error.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 22) {
  process.stderr.write(
    `Penstock needs Node 22 or newer, and this is ${process.version}. "npm start" brings its own.\n`,
  );
  process.exit(1);
}

const { startProduct } = await import('./wiring/start-product.ts');
await startProduct(process.env, process.argv.slice(2));
