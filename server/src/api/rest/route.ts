/**
 * One REST route: a thin name for a procedure. `{name}` parts of the path, the listed query parameters and the body's members
 * together are the procedure's input; anything else is refused by name.
 */
export interface RestRoute {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under /api, with `{name}` for path parameters. */
  path: string;
  /** `<router>.<operation>` */
  procedure: string;
  status?: 200 | 201 | 202;
  query?: readonly string[];
  /** members: the body's members join the input (default) · a name: the whole body is that member · none: no body is read. */
  body?: 'members' | 'none' | { as: string };
  /** Where the body may also be a list: the procedure that takes it, and its member that is the list. */
  list?: { procedure: string; as: string };
  /** Fixed members of the input. */
  fixed?: Record<string, unknown>;
  /** json: what the procedure answers (default) · csv, bytes: the procedure answers a RestFile, which is sent as it is. */
  answer?: 'json' | 'csv' | 'bytes';
  /** Bytes of the body that are read; more is refused with PAYLOAD_TOO_LARGE. */
  maxBodyBytes?: number;
}

/** What a procedure behind an answer of `csv` or `bytes` returns. */
export interface RestFile {
  /** With the charset where it is text, for example `text/csv; charset=utf-8`. */
  contentType: string;
  /** Offered as the name of the download. */
  fileName: string;
  /** Sent as UTF-8, byte for byte. */
  text: string;
}
