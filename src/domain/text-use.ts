import type { LexicalNode } from './lexical.ts';

/** What a text of a block is for its readers: a heading, text, or nothing that they look for, like an address. */
export type TextUse = 'heading' | 'text' | 'none';

/** The use of each text field of a block and of its rows, by type of block and name of the field. */
export type BlockTextUses = Record<string, Record<string, TextUse>>;

/** A text of a block outside its rich texts. */
export interface BlockText {
  use: Exclude<TextUse, 'none'>;
  text: string;
}

/** Returns the texts of a block outside its rich texts, field by field; none for other nodes. */
export function blockTextsOf({ fields }: LexicalNode, uses: BlockTextUses): BlockText[] {
  const blockType = fields?.blockType ?? '';
  if (!fields || !Object.hasOwn(uses, blockType)) return [];
  const rows = Object.values(fields).flatMap((value) => (Array.isArray(value) ? value : []));
  return Object.entries(uses[blockType] ?? {}).flatMap(([name, use]) =>
    use === 'none'
      ? []
      : [fields, ...rows]
          .map((part) => part?.[name])
          .filter((text) => typeof text === 'string')
          .map((text) => ({ use, text })),
  );
}
