import { HtmlValidate } from 'html-validate';

/** What the standard of HTML says, and no taste beside it. */
const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });

/** What is wrong with a document by the standard of HTML, each as `rule: what (where)`; empty if nothing. */
export async function htmlErrors(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
}
