import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { inRoot } from '#platform/process/root.ts';

const STATIC = '.next/static/chunks';

interface Manifest {
  pages: Record<string, string[]>;
}

/**
 * Puts the stylesheets of all pages of the site into one, beside them and under a name that changes with its
 * content: the framework cuts them up, and each piece would be one more thing that a page waits for.
 */
export async function joinStyles(): Promise<void> {
  const { pages } = JSON.parse(
    await readFile(inRoot('.next/build-manifest.json'), 'utf8'),
  ) as Manifest;
  // What all pages have comes first: what a page says of its own counts more.
  const files = [pages['/_app'] ?? [], ...Object.values(pages)].flat();
  const styles = [...new Set(files)].filter((file) => file.endsWith('.css'));
  const texts = await Promise.all(styles.map((file) => readFile(inRoot('.next', file), 'utf8')));
  // Line ends say nothing, and what is without them compresses better.
  const joined = texts
    .map((text) => text.replace(/\/\*# sourceMappingURL=.*$/s, '').replaceAll('\n', ''))
    .join('');
  const hash = createHash('sha256').update(joined).digest('hex').slice(0, 16);
  await writeFile(inRoot(STATIC, `site-${hash}.css`), joined);
}
