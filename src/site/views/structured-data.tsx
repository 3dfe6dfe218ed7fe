import type { Graph, Thing } from 'schema-dts';

/**
 * What programs are told of the page, as JSON-LD: data of which browsers run nothing. An element, not a
 * component: Next's head takes nothing else.
 */
export const structuredData = (things: readonly Thing[]) =>
  things.length > 0 && (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{
        __html: written({ '@context': 'https://schema.org', '@graph': things }),
      }}
    />
  );

/** No text in it can end the element: JSON may escape `<` wherever it stands. */
const written = (graph: Graph): string => JSON.stringify(graph).replaceAll('<', '\\u003c');
