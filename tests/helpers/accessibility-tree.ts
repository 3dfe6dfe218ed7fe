import type { Page } from 'playwright-core';

/** A node of the accessibility tree, as a screen reader reads it. */
export interface AccessibleNode {
  role: string;
  name: string;
  description: string;
  /** Level of a heading. */
  level: number | undefined;
  /** Target of a link. */
  url: string | undefined;
  invalid: boolean;
}

/** Reads all nodes of a page that a screen reader can reach, in reading order. */
export async function readAccessibilityTree(page: Page): Promise<AccessibleNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const nodesById = new Map(nodes.map((node) => [node.nodeId, node]));
  // Chromium lists the nodes level by level; screen readers read them depth first.
  const withDescendants = (node: (typeof nodes)[number]): typeof nodes => [
    node,
    ...(node.childIds ?? []).flatMap((id) => {
      const child = nodesById.get(id);
      return child ? withDescendants(child) : [];
    }),
  ];
  return nodes
    .filter(({ parentId }) => parentId === undefined)
    .flatMap(withDescendants)
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description, properties = [] }) => {
      const property = (propertyName: string) =>
        properties.find((candidate) => candidate.name === propertyName)?.value.value as unknown;
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

/** Returns the names of the nodes with this role, in reading order. */
export const namesOf = (nodes: AccessibleNode[], role: string): string[] =>
  nodes.filter((node) => node.role === role).map(({ name }) => name);
