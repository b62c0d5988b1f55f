import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  type ColumnType,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

export interface SchemaDifference {
  isEmpty: boolean;
  /** Statements that would turn the database into what the schema says. */
  script: string;
}

/**
 * Compares a database with a Prisma schema, by Prisma's own engine as WebAssembly (its binary would have to be downloaded).
 * The engine does not see policies, checks, functions and expression indexes.
 */
export async function diffWithSchema(databaseUrl: string, schema: string): Promise<SchemaDifference> {
  const files = [{ path: 'schema.prisma', content: schema }];
  const engine = await openEngine(databaseUrl, schema);
  try {
    const result = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '.' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
    });
    return { isEmpty: result.exitCode === 0, script: result.stdout ?? '' };
  } finally {
    engine.free();
  }
}

/** The part of the platform's WebAssembly that is needed; its types come with the DOM's only. */
interface WebAssemblyApi {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: { __wbindgen_start(): void } };
}

let isLoaded = false;

/** The package's own entry needs a flag of Node that not every test runner passes, so the module is instantiated by hand. */
function loadEngine(): void {
  if (isLoaded) return;
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi };
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const module = new WebAssembly.Module(readFileSync(path.join(folder, 'schema_engine_bg.wasm')));
  const { exports } = new WebAssembly.Instance(module, { './schema_engine_bg.js': bindings });
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: () => undefined } });
  (bindings as unknown as { __wbg_set_wasm(exports: object): void }).__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  isLoaded = true;
}

async function openEngine(databaseUrl: string, schema: string) {
  loadEngine();
  const factory = bindMigrationAwareSqlAdapterFactory(new LenientFactory(databaseUrl));
  return bindings.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => undefined, factory);
}

class LenientFactory extends PrismaPg implements SqlMigrationAwareDriverAdapterFactory {
  constructor(url: string) {
    super({ connectionString: url, max: 1 });
  }

  override async connect() {
    const adapter = await super.connect();
    const strict = adapter.queryRaw.bind(adapter);
    // The adapter refuses catalogue columns whose type it does not know ("char" in pg_constraint): they are read as text.
    adapter.queryRaw = async (query) => {
      try {
        return await strict(query);
      } catch (error) {
        if (!isUnknownType(error)) throw error;
        return queryAsText(adapter.underlyingDriver(), query);
      }
    };
    return adapter;
  }
}

const COLUMN_TYPES: Record<number, ColumnType> = {
  [pg.types.builtins.BOOL]: ColumnTypeEnum.Boolean,
  [pg.types.builtins.CHAR]: ColumnTypeEnum.Character,
  [pg.types.builtins.INT2]: ColumnTypeEnum.Int32,
  [pg.types.builtins.INT4]: ColumnTypeEnum.Int32,
  [pg.types.builtins.INT8]: ColumnTypeEnum.Int64,
  [pg.types.builtins.OID]: ColumnTypeEnum.Int64,
  1003: ColumnTypeEnum.TextArray,
  1005: ColumnTypeEnum.Int32Array,
  1009: ColumnTypeEnum.TextArray,
};

async function queryAsText(pool: pg.Pool, { sql, args }: Parameters<SqlDriverAdapter['queryRaw']>[0]) {
  const { fields, rows } = await pool.query<unknown[]>({ text: sql, values: args, rowMode: 'array' });
  return {
    columnNames: fields.map(({ name }) => name),
    columnTypes: fields.map(({ dataTypeID }) => COLUMN_TYPES[dataTypeID] ?? ColumnTypeEnum.Text),
    rows,
  };
}

function isUnknownType(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'kind' in cause && cause.kind === 'UnsupportedNativeDataType';
}
