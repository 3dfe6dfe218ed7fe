import type { Page } from 'playwright-core';

/** A piece of a page as a screen reader meets it. */
export interface Heard {
  role: string;
  name: string;
  description: string;
  /** Of a heading. */
  level: number | undefined;
  /** Of a link. */
  url: string | undefined;
  invalid: boolean;
}

/** All of a page that a screen reader can reach, in order. */
export async function heardOn(page: Page): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  // They come level by level, but are heard one within the other.
  const within = (node: (typeof nodes)[number]): typeof nodes => [
    node,
    ...(node.childIds ?? []).flatMap((id) => {
      const child = known.get(id);
      return child ? within(child) : [];
    }),
  ];
  return nodes
    .filter(({ parentId }) => parentId === undefined)
    .flatMap(within)
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description, properties = [] }) => {
      const property = (wanted: string) =>
        properties.find((one) => one.name === wanted)?.value.value as unknown;
      return {
        role: String(role?.value),
        name: String(name?.value ?? ''),
        description: String(description?.value ?? ''),
        level: property('level') as number | undefined,
        url: property('url') as string | undefined,
        invalid: property('invalid') === 'true',
      };
    });
}
