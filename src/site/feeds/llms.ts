import type { Published } from '#data/published-documents.ts';

interface Overview {
  origin: string;
  siteName: string;
  introduction: string;
  parts: readonly { heading: string; documents: readonly Published[] }[];
}

/** An overview of the site in Markdown, as llmstxt.org describes it. */
export function writeLlms({ origin, siteName, introduction, parts }: Overview): string {
  const lines = parts
    .filter(({ documents }) => documents.length > 0)
    .flatMap(({ heading, documents }) => [
      '',
      `## ${heading}`,
      '',
      ...documents.map(
        ({ path, title, summary }) =>
          `- [${oneLine(title).replace(/[[\]]/g, '')}](${origin}${path}): ${oneLine(summary)}`,
      ),
    ]);
  return [`# ${oneLine(siteName)}`, '', `> ${oneLine(introduction)}`, ...lines, ''].join('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
