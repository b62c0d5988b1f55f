import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import type { OpenApiDocument, OpenApiOperation } from './openapi-document.ts';

/** One page of plain HTML: no scripts and nothing from elsewhere, so it works under the strict content security policy and offline. */
export function docsPage(document: OpenApiDocument): string {
  const byTag = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags[0] ?? 'api';
      byTag.set(tag, [...(byTag.get(tag) ?? []), operationHtml(path, method, operation)]);
    }
  }
  const tags = [...byTag.keys()];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Penstock API</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>Penstock API</h1>
<p>Send <code>x-api-key: KEY</code> or <code>Authorization: Bearer KEY</code>; the key names the tenant. Bodies and answers are JSON.
The same as a document for machines: <a href="/api/openapi.json">openapi.json</a>.</p>
<p>A refused request answers <code>{"error": {"code", "message", "details", "requestId"}}</code>.</p></header>
<nav aria-label="Groups"><ul>${tags.map((tag) => `<li><a href="#${slug(tag)}">${escapeHtml(tag)}</a></li>`).join('')}</ul></nav>
<main>
${tags.map((tag) => `<section id="${slug(tag)}"><h2>${escapeHtml(tag)}</h2>\n${(byTag.get(tag) ?? []).join('\n')}</section>`).join('\n')}
</main>
</body>
</html>
`;
}

function operationHtml(path: string, method: string, operation: OpenApiOperation): string {
  const parameters = operation.parameters.map(
    (parameter) =>
      `<tr><td><code>${escapeHtml(text(parameter.name))}</code></td><td>${escapeHtml(text(parameter.in))}</td>` +
      `<td>${parameter.required === true ? 'yes' : 'no'}</td><td><code>${escapeHtml(typeText(parameter.schema))}</code></td></tr>`,
  );
  const body = bodySchema(operation.requestBody);
  return `<details><summary><b>${method.toUpperCase()}</b> <code>${escapeHtml(path)}</code></summary>
<p>Needs <code>${escapeHtml(text(operation['x-penstock-needs']))}</code> · procedure <code>${escapeHtml(operation.summary)}</code></p>
${parameters.length === 0 ? '' : `<table><thead><tr><th>Parameter</th><th>In</th><th>Required</th><th>Takes</th></tr></thead><tbody>${parameters.join('')}</tbody></table>`}
${body === null ? '' : `<h3>Body</h3><pre tabindex="0">${escapeHtml(JSON.stringify(body, null, 2))}</pre>`}
${Object.keys(operation.responses)
  .filter((status) => status !== 'default')
  .map((status) => `<p>Answers <code>${escapeHtml(status)}</code></p>`)
  .join('')}</details>`;
}

function bodySchema(requestBody: Json | undefined): Json | null {
  if (!isJsonObject(requestBody) || !isJsonObject(requestBody.content)) return null;
  const json = requestBody.content['application/json'];
  return isJsonObject(json) ? (json.schema ?? null) : null;
}

function typeText(schema: Json | undefined): string {
  if (!isJsonObject(schema)) return 'any';
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const parts = (['anyOf', 'oneOf'] as const).flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []));
  if (parts.length > 0) return parts.map((part) => typeText(part)).join(' | ');
  if (schema.type === 'array') return `${typeText(schema.items)}[]`;
  return typeof schema.type === 'string' ? withRange(schema.type, schema) : 'any';
}

function withRange(type: string, schema: JsonObject): string {
  const { minimum, maximum } = schema;
  return minimum === undefined && maximum === undefined ? type : `${type} ${text(minimum)}–${text(maximum)}`;
}

function text(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function slug(tag: string): string {
  return tag.replace(/\W+/g, '-');
}

function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

const STYLE = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
details { border: 1px solid light-dark(#d5d8dd, #3d424a); border-radius: .375rem; margin: .5rem 0; padding: .5rem .75rem; }
summary { cursor: pointer; }
summary b { display: inline-block; min-width: 4rem; }
a { color: light-dark(#1b5fa8, #8ab9f1); }
pre { background: light-dark(#f4f5f7, #22262c); border-radius: .375rem; overflow: auto; padding: .75rem; }
table { border-collapse: collapse; } th, td { padding: .25rem .75rem .25rem 0; text-align: left; }
`;
