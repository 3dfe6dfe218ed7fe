import type { TextUse } from '#domain/text-use.ts';
import type { CitationBlock } from '#payload-types.ts';
import type { Block } from './block-view.ts';

/** Names of the text fields of a stored block and of its rows, without rich texts and choices. */
type TextField<Stored> = {
  [Name in keyof Stored]-?: Name extends 'id' | 'blockName' | 'blockType'
    ? never
    : NamesIn<Name, NonNullable<Stored[Name]>>;
}[keyof Stored];

type NamesIn<Name, Value> = [Value] extends [string]
  ? // A choice has a narrower type.
    string extends Value
    ? Name
    : never
  : [Value] extends [readonly (infer Row extends object)[]]
    ? TextField<Row>
    : never;

/** What the text fields of each block are for its readers; a missing one is a type error. Rich texts are always read. */
export const BLOCK_TEXTS: {
  [B in Block | CitationBlock as B['blockType']]: Record<TextField<B>, TextUse>;
} = {
  'call-to-action': {},
  callout: { heading: 'text' },
  citation: { key: 'none' },
  media: { caption: 'text' },
  'questions-and-answers': { heading: 'text', question: 'heading' },
  quotation: { quote: 'text', source: 'text', url: 'none' },
  'related-articles': { heading: 'text' },
  sources: { heading: 'text' },
  'treatment-pathway': { heading: 'text', introduction: 'text' },
};
