import type { PublishedDocument } from '#data/published-documents.ts';

interface Overview {
  origin: string;
  siteName: string;
  introduction: string;
  parts: readonly { heading: string; documents: readonly PublishedDocument[] }[];
}

/** Writes an overview of the site in Markdown, as llmstxt.org describes it. Leaves out parts without documents. */
export function writeLlmsTxt({ origin, siteName, introduction, parts }: Overview): string {
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
