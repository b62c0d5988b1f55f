import type { Json } from '../kernel/json.ts';
import type { StoreEntry, StoreValueType } from '../registry/ports.ts';

export interface EntryRow {
  store_id: string;
  namespace: string;
  key: string;
  value: Json;
  value_type: StoreValueType;
  revision: number;
  expires_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

export const ENTRY_COLUMNS =
  'store_id, namespace, key, value, value_type, revision, expires_at, created_at, updated_at';

export function toEntry(row: EntryRow): StoreEntry {
  return {
    storeId: row.store_id,
    namespace: row.namespace,
    key: row.key,
    value: row.value,
    valueType: row.value_type,
    revision: row.revision,
    expiresAt: row.expires_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
