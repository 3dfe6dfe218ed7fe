const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Characters that XML 1.0 forbids: control characters other than tab and line ends, and two noncharacters. */
const FORBIDDEN_CHARACTER = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

/** Escapes text for XML content and attribute values, and removes characters that XML forbids. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN_CHARACTER, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
