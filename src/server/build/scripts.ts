import { access, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build, context, type Metafile, type Plugin } from 'esbuild';
import type { ScriptName } from '#platform/http/assets.ts';
import { inRoot } from '#platform/process/root.ts';

const FOLDER = inRoot('public/assets');

/** Each is a file of its own, under a name that changes with its content. */
const ENTRIES: Record<ScriptName, string> = {
  site: 'src/site/enhance/site.ts',
  preview: 'src/site/enhance/preview.ts',
  'proof-worker': 'src/site/enhance/proof-worker.ts',
};

const OPTIONS = {
  absWorkingDir: inRoot(),
  entryPoints: Object.values(ENTRIES),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2020',
  outdir: FOLDER,
  entryNames: '[name]-[hash]',
  metafile: true,
  legalComments: 'none',
  logLevel: 'silent',
} satisfies BuildOptions;

/**
 * Bundles the browser scripts of the site and says in `manifest.json` where they are.
 * @throws Error that names what is missing or does not compile
 */
export async function buildScripts(): Promise<void> {
  await allThere();
  const { metafile } = await build(OPTIONS);
  await publish(metafile);
}

/**
 * Bundles them again whenever one of their sources changes, until the answer is called.
 * @param failed is told what does not compile
 */
export async function watchScripts(failed: (why: string) => void): Promise<() => Promise<void>> {
  await allThere();
  const publishing: Plugin = {
    name: 'publish',
    setup: ({ onEnd }) =>
      onEnd(async ({ metafile, errors }) => {
        if (metafile && errors.length === 0) await publish(metafile);
        for (const { text, location } of errors) failed(`${location?.file ?? ''}: ${text}`);
      }),
  };
  const watching = await context({ ...OPTIONS, plugins: [publishing] });
  await watching.rebuild().catch(() => {});
  await watching.watch();
  return () => watching.dispose();
}

async function allThere(): Promise<void> {
  for (const entry of Object.values(ENTRIES)) {
    await access(inRoot(entry)).catch(() => {
      throw new Error(`The browser script ${entry} is missing.`);
    });
  }
}

async function publish(metafile: Metafile): Promise<void> {
  const built = new Map(
    Object.entries(metafile.outputs).map(([file, { entryPoint }]) => [entryPoint, file]),
  );
  const manifest = Object.fromEntries(
    Object.entries(ENTRIES).map(([name, entry]) => [
      name,
      `/assets/${path.basename(built.get(entry) ?? '')}`,
    ]),
  );
  await mkdir(FOLDER, { recursive: true });
  await writeFile(path.join(FOLDER, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await clear(new Set(Object.values(manifest).map((url) => path.basename(url))));
}

async function clear(current: ReadonlySet<string>): Promise<void> {
  for (const file of await readdir(FOLDER)) {
    if (file.endsWith('.js') && !current.has(file)) await rm(path.join(FOLDER, file));
  }
}
