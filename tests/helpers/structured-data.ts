import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Graph } from 'schema-dts';
import { commandEnv, ROOT } from './command.ts';

const DATA = 'script[type="application/ld+json"]';
/** Names of things and of the vocabulary: nobody reads them. */
const UNSEEN = new Set(['@context', '@type', '@id']);

export const documentOf = (html: string): Document =>
  new JSDOM(html, { virtualConsole: new VirtualConsole() }).window.document;

/** What a page tells programs as JSON-LD; undefined if nothing. */
export function structuredDataIn(html: string): Graph | undefined {
  const [data, second] = documentOf(html).querySelectorAll(DATA);
  if (second) throw new Error('A page tells programs once what it is.');
  return data ? JSON.parse(data.textContent ?? '') : undefined;
}

/** What a page tells programs and shows nobody: each as `author.name: Somebody`. */
export function unshown(html: string): string[] {
  const found = structuredDataIn(html);
  if (!found) return [];
  const page = documentOf(html);
  const canonical = page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  const shown = new Set([canonical, page.documentElement.lang]);
  for (const element of page.querySelectorAll('body *')) {
    for (const { name, value } of element.attributes) {
      if (['href', 'src'].includes(name)) shown.add(String(new URL(value, canonical)));
      if (['datetime', 'width', 'height'].includes(name)) shown.add(value);
    }
  }
  const text = words(page.body.textContent);
  return leavesOf(found)
    .filter(({ value }) => !shown.has(value) && !text.includes(words(value)))
    .map(({ at, value }) => `${at}: ${value}`);
}

const words = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

/** All that is said; where something stands in a list says the list itself. */
function leavesOf(value: unknown, at: string[] = []): { at: string; value: string }[] {
  if (typeof value !== 'object' || value === null) {
    return at.at(-1) === 'position' ? [] : [{ at: at.join('.'), value: String(value) }];
  }
  return Object.entries(value).flatMap(([name, below]) =>
    UNSEEN.has(name) ? [] : leavesOf(below, Array.isArray(value) ? at : [...at, name]),
  );
}

/** What schema.org's vocabulary does not know of these, or knows as something else, as the compiler of types says it. */
export async function againstVocabulary(graphs: readonly Graph[]): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-test-'));
  const vocabulary = path.join(ROOT, 'node_modules/schema-dts/dist/schema.d.ts');
  const file = path.join(folder, 'graphs.ts');
  await writeFile(
    file,
    `import type { Graph } from ${JSON.stringify(vocabulary)};\nexport const graphs: Graph[] = ${JSON.stringify(graphs, null, 2)};\n`,
  );
  const options = '--noEmit --ignoreConfig --strict --skipLibCheck --module nodenext';
  return new Promise((resolve, reject) => {
    const done = (error: { code?: unknown } | null, said: string) => {
      if (error && error.code !== 1 && error.code !== 2) return reject(error);
      resolve(said.split('\n').filter(Boolean));
    };
    execFile('tsc', [...options.split(' '), file], { cwd: folder, env: commandEnv() }, done);
  }).finally(() => rm(folder, { recursive: true, force: true })) as Promise<string[]>;
}
