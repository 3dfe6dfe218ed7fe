import type { Graph, Thing } from 'schema-dts';

/**
 * Returns the structured data of a page as a JSON-LD element, which browsers do not execute; false if there is none.
 * It is no component, because Next's head accepts elements only.
 */
export const jsonLdScript = (jsonLd: readonly Thing[]) =>
  jsonLd.length > 0 && (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{
        __html: serialize({ '@context': 'https://schema.org', '@graph': jsonLd }),
      }}
    />
  );

/** Escapes `<`, so that no text can end the element. */
const serialize = (graph: Graph): string => JSON.stringify(graph).replaceAll('<', '\\u003c');
