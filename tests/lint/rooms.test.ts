import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { commandEnv, ROOT } from '#tests/helpers/command.ts';
import { createTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { PACKAGES, ROOMS, ROOMS_FILE, roomsForBiome } from './rooms.ts';

interface Report {
  diagnostics: { category: string; location: { path: string } }[];
}

const CONFIGURATION = [
  'biome.json',
  'biome.rooms.json',
  'tests/lint/no-client-components.grit',
  'tests/lint/no-retired-names.grit',
];

/** One wrong import in a file of its own, for each room above it and each package that it does without. */
const planted = Object.entries(ROOMS).flatMap(([room, { files, mayImport, without = [] }]) =>
  files.flatMap((glob) => {
    const fileOf = (imported: string) => {
      const name = `planted-${imported.replace(/\W+/g, '-')}`;
      return glob.endsWith('/**')
        ? glob.replace('**', `${name}.ts`)
        : glob.replace('**', name).replace('*', 'planted');
    };
    const rooms = Object.keys(ROOMS).filter((one) => one !== room && !mayImport.includes(one));
    const wrong = [
      ...rooms.map((one) => `#${one}/other.ts`),
      ...without.map((one) => PACKAGES[one][0] ?? ''),
    ].filter((imported) => !glob.startsWith(`src/${imported.slice(1, -'/other.ts'.length)}/`));
    return wrong.map((imported) => ({ file: fileOf(imported), imported }));
  }),
);

it('a wrong import is found in every room', async () => {
  const folder = await createTemporaryFolder();
  const write = async (file: string, content: string) => {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  };
  for (const file of CONFIGURATION) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    await copyFile(path.join(ROOT, file), path.join(folder, file));
  }
  for (const { file, imported } of planted) {
    await write(file, `import { one } from '${imported}';\n\nexport const two = one;\n`);
  }
  const rule = 'style/noRestrictedImports';
  const args = ['lint', `--only=${rule}`, '--vcs-enabled=false', '--reporter=json', '.'];
  const { stdout } = spawnSync('biome', [...args, '--max-diagnostics=none'], {
    cwd: folder,
    env: commandEnv(),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const { diagnostics } = JSON.parse(stdout) as Report;
  const found = new Set(diagnostics.map(({ location }) => location.path));
  expect(planted.map(({ file }) => file).filter((file) => !found.has(file))).toEqual([]);
});

it('the rules that Biome reads are those of the table', async () => {
  expect(JSON.parse(await readFile(ROOMS_FILE, 'utf8'))).toEqual(JSON.parse(roomsForBiome()));
});

/** The folder of a room, or of the room that it is a part of. */
const foldersOf = (room: string): string[] => [
  ...new Set(
    (ROOMS[room]?.files ?? []).map((glob) =>
      glob.split('/', glob.startsWith('src/') ? 2 : 1).join('/'),
    ),
  ),
];

const FOLDERS = [...new Set(Object.keys(ROOMS).flatMap(foldersOf))];

/** The rooms that a folder may import, by the table. */
const importsOf = (folder: string): string[] =>
  Object.entries(ROOMS)
    .filter(([room]) => foldersOf(room).includes(folder))
    .flatMap(([, { mayImport }]) => mayImport);

const nameOf = (folder: string): string => path.basename(folder);

/** The rooms that a README names in the list item that begins with these words. */
async function namedIn(folder: string, item: string): Promise<string[]> {
  const readme = await readFile(path.join(ROOT, folder, 'README.md'), 'utf8');
  const text = readme.split('\n- ').find((one) => one.startsWith(`**${item}**`)) ?? '';
  const isNamed = (room: string) => text.includes(`\`${room}\``);
  const rooms = FOLDERS.map(nameOf);
  return text.includes('every room but')
    ? rooms.filter((room) => room !== nameOf(folder) && !isNamed(room))
    : rooms.filter(isNamed);
}

it.each(FOLDERS)('the README of %s says what the table says', async (folder) => {
  const imports = FOLDERS.map(nameOf).filter((room) => importsOf(folder).includes(room));
  expect(await namedIn(folder, 'May import')).toEqual(imports);
  const importers = FOLDERS.filter((one) => importsOf(one).includes(nameOf(folder)));
  expect(await namedIn(folder, 'Imported by')).toEqual(importers.map(nameOf));
});
