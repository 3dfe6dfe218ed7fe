import { JSDOM } from 'jsdom';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import type { FieldProblem } from '#domain/field-problem.ts';
import type { Question } from '#domain/questions.ts';
import type { SubmissionKind } from '#domain/submission-kinds.ts';
import { describeFields } from '#forms/describe-fields.ts';
import { type FormFixtures, fillInSlot, type SubmissionFixture } from '#forms/fixture-builders.ts';
import {
  type FormValues,
  META_FIELDS,
  parseFormEntries,
  toSubmissionPayload,
} from '#forms/form-values.ts';
import { offersSlots } from '#forms/kinds.ts';
import { type FormPageState, SubmissionForm } from '#forms/submission-form.tsx';
import { fieldProblems, submissionSchema } from '#forms/submission-schema.ts';
import { axeProblems } from '#tests/helpers/axe.ts';
import { buildCallToActionView } from './call-to-action.ts';
import { buildFormPageState } from './form-page-state.ts';

const SLOTS = ['2026-11-25T15:00:00.000Z', '2026-11-25T15:15:00.000Z', '2026-11-26T15:00:00.000Z'];
const [, SLOT = ''] = SLOTS;

/** Defines the tests that every form must pass, for its own fixtures. */
export function describeSubmissionForm(
  kind: SubmissionKind,
  { accepted, refused }: FormFixtures,
  questions: Question[] = [],
): void {
  const slots = offersSlots(kind) ? SLOTS : undefined;
  const schema = submissionSchema({ kind, questions, slots });
  const callToAction = buildCallToActionView(kind, questions);
  const fields = describeFields(kind, questions);

  const payloadOf = (fixture: SubmissionFixture) => {
    const { answers, consent, voicemail } = fillInSlot(fixture, SLOT);
    return { callToAction: kind, answers, consent, voicemail };
  };

  const problemsOf = (fixture: SubmissionFixture): FieldProblem[] => {
    const { error } = schema.safeParse(payloadOf(fixture));
    return error ? fieldProblems(error) : [];
  };

  const buildState = (values: FormValues = {}, problems: FieldProblem[] = []): FormPageState =>
    buildFormPageState(slots ?? [], { values, problems });

  /** One refused fixture for each distinct set of field errors. */
  const distinctProblems = () => {
    const all = refused.map((fixture) => ({ title: fixture.title, problems: problemsOf(fixture) }));
    const withFields = all.filter(({ problems }) => problems.some(({ name }) => name !== ''));
    return [...new Map(withFields.map((item) => [JSON.stringify(item.problems), item])).values()];
  };

  const renderHtml = (pageState?: FormPageState) =>
    renderToStaticMarkup(
      <SubmissionForm
        callToAction={callToAction}
        crisisLines={CRISIS_LINES}
        fromPath="/articles/a"
        pageState={pageState}
      />,
    );

  const renderForm = (pageState?: FormPageState) => {
    const { window } = new JSDOM(renderHtml(pageState));
    const form = window.document.querySelector('form');
    if (!form) throw new Error('There is no form.');
    return { form, window };
  };

  describe('the schema', () => {
    test.each(accepted)('accepts $title, and does not change it when parsed again', (fixture) => {
      const parsed = schema.parse(payloadOf(fixture));
      expect(schema.parse(parsed)).toEqual(parsed);
    });

    test.each(refused)('refuses $title', (fixture) => {
      expect(problemsOf(fixture).map(({ name }) => name)).toEqual(fixture.names);
    });
  });

  describe('the form', () => {
    test('labels every field, and marks optional ones', () => {
      const { form } = renderForm(buildState());
      for (const { name, label, required, input } of fields) {
        const [control] = form.querySelectorAll<HTMLInputElement>(`[name="${name}"]`);
        const isGroup = ['slots', 'radios', 'checkboxes'].includes(input);
        const labelElement = isGroup
          ? control?.closest('fieldset:not(details fieldset)')?.querySelector('legend')
          : control?.labels?.[0];
        expect(labelElement?.textContent).toBe(required ? label : `${label} (optional)`);
      }
    });

    test('shows the crisis lines before its first field', () => {
      const html = renderHtml(buildState());
      const first = html.search(/<(?:input(?![^>]*type="hidden")|select|textarea)/);
      for (const { tel } of CRISIS_LINES) expect(html.indexOf(`tel:${tel}`)).toBeLessThan(first);
      expect(html.indexOf('not paid by treatment providers')).toBeLessThan(first);
    });

    test('has no control checked by default', () => {
      const { form } = renderForm(buildState());
      expect(form.querySelectorAll('input:checked')).toHaveLength(0);
    });

    test.each([
      ['in another page', undefined],
      ['on its own page', buildState()],
    ])('has an empty honeypot that people do not meet: %s', (_, pageState) => {
      const { form } = renderForm(pageState);
      const honeypot = form.querySelector<HTMLInputElement>(`[name=${META_FIELDS.website}]`);
      expect(honeypot).toMatchObject({
        type: 'text',
        value: '',
        tabIndex: -1,
        autocomplete: 'off',
      });
      expect(honeypot?.labels).toHaveLength(1);
      expect(honeypot?.closest('[aria-hidden=true]')).not.toBeNull();
    });

    test('keeps the value of the honeypot', () => {
      const { form } = renderForm(buildState({ [META_FIELDS.website]: 'https://x.example' }));
      expect(form.querySelector<HTMLInputElement>(`[name=${META_FIELDS.website}]`)?.value).toBe(
        'https://x.example',
      );
    });

    test('clears the consent if the wording has changed since', () => {
      const ticked = { [META_FIELDS.consent]: 'yes', [META_FIELDS.consentText]: 'text-messages' };
      const checkedConsentTo = (version: string) =>
        renderForm(
          buildState({ ...ticked, [META_FIELDS.consentVersion]: version }),
        ).form.querySelector(`[name=${META_FIELDS.consent}]:checked`);
      expect(checkedConsentTo('1')).not.toBeNull();
      expect(checkedConsentTo('2')).toBeNull();
    });

    test('is the same for all visitors as part of another page', () => {
      const html = renderHtml();
      expect(html).not.toContain(`name="${META_FIELDS.key}"`);
      expect(html).not.toContain(`name="${META_FIELDS.rendered}"`);
      expect(html).not.toContain('datetime');
      expect(html).toContain('We answer Monday, 9:00 AM to 5:00 PM Eastern Time.');
    });

    test.each(distinctProblems())(
      'shows each error in the summary and at its field: $title',
      ({ problems }) => {
        const { form } = renderForm(buildState({}, problems));
        for (const { name, message } of problems) {
          const links = [...form.querySelectorAll('[data-errors] a')];
          const link = links.find(({ textContent }) => textContent === message);
          expect(form.querySelector(link?.getAttribute('href') ?? 'none')).not.toBeNull();
          const inline = form.querySelector(`[data-error-for="${name}"]`);
          expect(inline?.textContent).toBe(message);
          expect(form.querySelector(`[aria-describedby~="${inline?.id}"]`)).not.toBeNull();
        }
      },
    );

    test.each(accepted.filter(canBeTyped))('keeps the entered values: $title', (fixture) => {
      const { answers, consent, voicemail } = payloadOf(fixture);
      const given = (consent as { given?: boolean } | undefined)?.given ?? false;
      const values: FormValues = {
        ...(answers as FormValues),
        ...(given && { [META_FIELDS.consent]: 'yes' }),
        ...(voicemail === true && { [META_FIELDS.voicemail]: 'yes' }),
        [META_FIELDS.consentText]: 'text-messages',
        [META_FIELDS.consentVersion]: '1',
      };
      const { form, window } = renderForm(buildState(values));
      const entries = [...new window.FormData(form)];
      const resubmitted = parseFormEntries(entries.map(([name, value]) => [name, String(value)]));
      expect(schema.parse(toSubmissionPayload(resubmitted, kind))).toMatchObject({
        answers: schema.parse(payloadOf(fixture)).answers,
        consent: { text: 'text-messages', version: 1, given },
        voicemail: voicemail === true,
        page: '/articles/a',
      });
    });

    test('has no axe violations in another page, on its own page, and with errors', async () => {
      const problems = refused.flatMap(problemsOf);
      const onePerField = [...new Map(problems.map((problem) => [problem.name, problem])).values()];
      expect(await axeProblems(renderHtml())).toEqual([]);
      expect(await axeProblems(renderHtml(buildState()))).toEqual([]);
      expect(await axeProblems(renderHtml(buildState({}, onePerField)))).toEqual([]);
    }, 30_000); // Axe is slow while other tests run.
  });
}

/** True unless the answers contain NUL, which a browser cannot send again. */
const canBeTyped = ({ answers }: SubmissionFixture): boolean =>
  !JSON.stringify(answers).includes('\\u0000');
