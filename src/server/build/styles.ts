import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { rootPath } from '#platform/process/root.ts';

const STATIC = '.next/static/chunks';

interface Manifest {
  pages: Record<string, string[]>;
}

/**
 * Concatenates the stylesheets of all pages into one file beside them, with a hash of its content in its name. Next
 * splits them, and a page would wait for each piece.
 */
export async function joinStyles(): Promise<void> {
  const { pages } = JSON.parse(
    await readFile(rootPath('.next/build-manifest.json'), 'utf8'),
  ) as Manifest;
  // The shared styles come first, so that the styles of a page override them.
  const files = [pages['/_app'] ?? [], ...Object.values(pages)].flat();
  const styles = [...new Set(files)].filter((file) => file.endsWith('.css'));
  const texts = await Promise.all(styles.map((file) => readFile(rootPath('.next', file), 'utf8')));
  // The stylesheet compresses better without line breaks.
  const joined = texts
    .map((text) => text.replace(/\/\*# sourceMappingURL=.*$/s, '').replaceAll('\n', ''))
    .join('');
  const hash = createHash('sha256').update(joined).digest('hex').slice(0, 16);
  await writeFile(rootPath(STATIC, `site-${hash}.css`), joined);
}
