import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Graph } from 'schema-dts';
import { commandEnv, ROOT } from './command.ts';

const JSON_LD_SELECTOR = 'script[type="application/ld+json"]';
/** Properties of JSON-LD whose values are identifiers: pages do not show them. */
const INVISIBLE_KEYS = new Set(['@context', '@type', '@id']);

export const documentOf = (html: string): Document =>
  new JSDOM(html, { virtualConsole: new VirtualConsole() }).window.document;

/**
 * Parses the JSON-LD of a page; undefined if there is none.
 * @throws Error if there are several
 */
export function parseJsonLd(html: string): Graph | undefined {
  const [data, second] = documentOf(html).querySelectorAll(JSON_LD_SELECTOR);
  if (second) throw new Error('A page may have one JSON-LD element only.');
  return data ? JSON.parse(data.textContent ?? '') : undefined;
}

/** Returns the JSON-LD values that a page does not show, each as `author.name: Somebody`. */
export function findInvisibleValues(html: string): string[] {
  const graph = parseJsonLd(html);
  if (!graph) return [];
  const page = documentOf(html);
  const canonical = page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  const visibleValues = new Set([canonical, page.documentElement.lang]);
  for (const element of page.querySelectorAll('body *')) {
    for (const { name, value } of element.attributes) {
      if (['href', 'src'].includes(name)) visibleValues.add(String(new URL(value, canonical)));
      if (['datetime', 'width', 'height'].includes(name)) visibleValues.add(value);
    }
  }
  const text = normalizeSpace(page.body.textContent);
  return listValues(graph)
    .filter(({ value }) => !visibleValues.has(value) && !text.includes(normalizeSpace(value)))
    .map(({ at, value }) => `${at}: ${value}`);
}

const normalizeSpace = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

/** Lists all values with their paths. Leaves out `position`, which a page shows by the order of its list. */
function listValues(value: unknown, at: string[] = []): { at: string; value: string }[] {
  if (typeof value !== 'object' || value === null) {
    return at.at(-1) === 'position' ? [] : [{ at: at.join('.'), value: String(value) }];
  }
  return Object.entries(value).flatMap(([name, below]) =>
    INVISIBLE_KEYS.has(name) ? [] : listValues(below, Array.isArray(value) ? at : [...at, name]),
  );
}

/** Returns the violations of schema.org's vocabulary in graphs, as error messages of the type checker. */
export async function findVocabularyErrors(graphs: readonly Graph[]): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-test-'));
  const vocabulary = path.join(ROOT, 'node_modules/schema-dts/dist/schema.d.ts');
  const file = path.join(folder, 'graphs.ts');
  await writeFile(
    file,
    `import type { Graph } from ${JSON.stringify(vocabulary)};\nexport const graphs: Graph[] = ${JSON.stringify(graphs, null, 2)};\n`,
  );
  const options = '--noEmit --ignoreConfig --strict --skipLibCheck --module nodenext';
  return new Promise((resolve, reject) => {
    const done = (error: { code?: unknown } | null, output: string) => {
      if (error && error.code !== 1 && error.code !== 2) return reject(error);
      resolve(output.split('\n').filter(Boolean));
    };
    execFile('tsc', [...options.split(' '), file], { cwd: folder, env: commandEnv() }, done);
  }).finally(() => rm(folder, { recursive: true, force: true })) as Promise<string[]>;
}
