import type { Block, Field } from 'payload';
import { blocks } from '#content/blocks/configs.ts';
import type { LexicalBody, LexicalNode } from '#domain/lexical.ts';

/** What a draft has, with what is missing in it put in place, so that it can be shown. */
export interface CompleteDraft {
  body: LexicalBody;
  /** Labels of the blocks that are not filled in yet, and left out. */
  unfinished: string[];
}

/**
 * A draft is saved as it is, half-finished blocks included. Leaves out the blocks and rows in which
 * something required is still missing: views are written for what can be published.
 */
export function completeDraft(body: LexicalBody | null | undefined): CompleteDraft {
  const unfinished: string[] = [];
  const children = (body?.root.children ?? []).flatMap((node) => {
    const block = configOf(node);
    if (!block) return node;
    const fields = whole(block.fields, node.fields ?? {});
    if (fields) return { ...node, fields: fields as LexicalNode['fields'] };
    unfinished.push(String(block.labels?.singular ?? block.slug));
    return [];
  });
  return { body: { root: { ...body?.root, children } }, unfinished };
}

const configOf = ({ type, fields }: LexicalNode): Block | undefined =>
  type === 'block' ? blocks.find(({ slug }) => slug === fields?.blockType) : undefined;

type Values = Record<string, unknown>;

/** The values without unfinished rows; undefined if something required is missing. */
function whole(fields: Field[], values: Values): Values | undefined {
  let kept = values;
  for (const field of fields) {
    if (field.type === 'array') {
      const rows = listOf(values[field.name]).flatMap((row) => whole(field.fields, row) ?? []);
      kept = { ...kept, [field.name]: rows };
      if (field.required && rows.length === 0) return undefined;
    } else if (
      'name' in field &&
      'required' in field &&
      field.required &&
      isMissing(values[field.name])
    ) {
      return undefined;
    }
  }
  return kept;
}

const listOf = (value: unknown): Values[] => (Array.isArray(value) ? value : []);

const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || value === '';
