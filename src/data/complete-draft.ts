import type { Block, Field } from 'payload';
import { blocks } from '#content/blocks/configs.ts';
import type { LexicalBody, LexicalNode } from '#domain/lexical.ts';

/** The body of a draft without its incomplete blocks. */
export interface CompleteDraft {
  body: LexicalBody;
  /** Labels of the blocks that were left out because a required field is empty. */
  unfinishedBlocks: string[];
}

/**
 * Leaves out the blocks and rows with empty required fields: Payload saves drafts without validation, but views rely
 * on required fields.
 */
export function completeDraft(body: LexicalBody | null | undefined): CompleteDraft {
  const unfinishedBlocks: string[] = [];
  const children = (body?.root.children ?? []).flatMap((node) => {
    const block = blockConfigOf(node);
    if (!block) return node;
    const fields = completeFields(block.fields, node.fields ?? {});
    if (fields) return { ...node, fields: fields as LexicalNode['fields'] };
    unfinishedBlocks.push(String(block.labels?.singular ?? block.slug));
    return [];
  });
  return { body: { root: { ...body?.root, children } }, unfinishedBlocks };
}

const blockConfigOf = ({ type, fields }: LexicalNode): Block | undefined =>
  type === 'block' ? blocks.find(({ slug }) => slug === fields?.blockType) : undefined;

type Values = Record<string, unknown>;

/** Returns the values without incomplete rows, or undefined if a required field is empty. */
function completeFields(fields: Field[], values: Values): Values | undefined {
  let complete = values;
  for (const field of fields) {
    if (field.type === 'array') {
      const rows = rowsOf(values[field.name]).flatMap(
        (row) => completeFields(field.fields, row) ?? [],
      );
      complete = { ...complete, [field.name]: rows };
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
  return complete;
}

const rowsOf = (value: unknown): Values[] => (Array.isArray(value) ? value : []);

const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || value === '';
