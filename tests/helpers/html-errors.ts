import { HtmlValidate } from 'html-validate';

/** Checks the HTML standard only, without html-validate's style rules. */
const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });

/** Returns the violations of the HTML standard in a document, each as `rule: message (selector)`. */
export async function htmlErrors(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
}
