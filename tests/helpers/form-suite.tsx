import { JSDOM } from 'jsdom';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import type { FieldProblem } from '#domain/field-problem.ts';
import type { Question } from '#domain/questions.ts';
import type { SubmissionKind } from '#domain/submission-kinds.ts';
import { describeFields } from '#forms/describe.ts';
import { type FormFixtures, type SentFixture, withSlot } from '#forms/fixture.ts';
import { slotDays } from '#forms/slot-days.ts';
import { type OwnPage, SubmissionForm } from '#forms/submission-form.tsx';
import { fieldProblems, submissionSchema } from '#forms/submission-schema.ts';
import { BESIDE, submissionIn, type Typed, typedIn } from '#forms/typed.ts';
import { axeProblems } from '#tests/helpers/axe.ts';
import { invitationOf } from './invitation.ts';

const SLOTS = ['2026-11-25T15:00:00.000Z', '2026-11-25T15:15:00.000Z', '2026-11-26T15:00:00.000Z'];
const [, SLOT = ''] = SLOTS;

/** Axe is slow where other tests run beside it. */
const AXE_MS = 30_000;

/** What every form must keep to, on all that is sent to it. */
export function formSuite(
  kind: SubmissionKind,
  { accepted, refused }: FormFixtures,
  questions: Question[] = [],
): void {
  const slots = kind === 'schedule-call' ? SLOTS : undefined;
  const schema = submissionSchema({ kind, questions, slots });
  const invitation = invitationOf(kind, questions);
  const fields = describeFields(kind, questions);

  const sent = (fixture: SentFixture) => {
    const { answers, consent, voicemail } = withSlot(fixture, SLOT);
    return { callToAction: kind, answers, consent, voicemail };
  };

  const problemsOf = (fixture: SentFixture): FieldProblem[] => {
    const { error } = schema.safeParse(sent(fixture));
    return error ? fieldProblems(error) : [];
  };

  const own = (typed: Typed = {}, problems: FieldProblem[] = []): OwnPage => ({
    key: 'a-key-of-this-rendering',
    rendered: 'a-stamp-of-this-rendering',
    promise: 'A coordinator will call you today.',
    typed,
    problems,
    days: slotDays(slots ?? [], 'America/New_York'),
    timeZone: 'America/New_York',
  });

  /** Of all that is turned away, one for each set of messages about fields. */
  const differentProblems = () => {
    const all = refused.map((fixture) => ({ title: fixture.title, problems: problemsOf(fixture) }));
    const told = all.filter(({ problems }) => problems.some(({ name }) => name !== ''));
    return [...new Map(told.map((one) => [JSON.stringify(one.problems), one])).values()];
  };

  const html = (page?: OwnPage) =>
    renderToStaticMarkup(
      <SubmissionForm
        invitation={invitation}
        crisisLines={CRISIS_LINES}
        from="/articles/a"
        own={page}
      />,
    );

  const formIn = (page?: OwnPage) => {
    const { window } = new JSDOM(html(page));
    const form = window.document.querySelector('form');
    if (!form) throw new Error('There is no form.');
    return { form, window };
  };

  describe('the schema', () => {
    test.each(accepted)('takes $title, and the same again', (fixture) => {
      const once = schema.parse(sent(fixture));
      expect(schema.parse(once)).toEqual(once);
    });

    test.each(refused)('turns away $title', (fixture) => {
      expect(problemsOf(fixture).map(({ name }) => name)).toEqual(fixture.names);
    });
  });

  describe('the form', () => {
    test('labels every field, and says which may be left out', () => {
      const { form } = formIn(own());
      for (const { name, label, required, input } of fields) {
        const [control] = form.querySelectorAll<HTMLInputElement>(`[name="${name}"]`);
        const several = ['slots', 'radios', 'checkboxes'].includes(input);
        const words = several
          ? control?.closest('fieldset:not(details fieldset)')?.querySelector('legend')
          : control?.labels?.[0];
        expect(words?.textContent).toBe(required ? label : `${label} (optional)`);
      }
    });

    test('brings the crisis lines before its first field', () => {
      const words = html(own());
      const first = words.search(/<(?:input(?![^>]*type="hidden")|select|textarea)/);
      for (const { tel } of CRISIS_LINES) expect(words.indexOf(`tel:${tel}`)).toBeLessThan(first);
      expect(words.indexOf('not paid by treatment providers')).toBeLessThan(first);
    });

    test('ticks nothing by itself', () => {
      const { form } = formIn(own());
      expect(form.querySelectorAll('input:checked')).toHaveLength(0);
    });

    test.each([
      ['in a page', undefined],
      ['on its own page', own()],
    ])('has a box that nobody meets, empty: %s', (_, page) => {
      const { form } = formIn(page);
      const box = form.querySelector<HTMLInputElement>(`[name=${BESIDE.website}]`);
      expect(box).toMatchObject({ type: 'text', value: '', tabIndex: -1, autocomplete: 'off' });
      expect(box?.labels).toHaveLength(1);
      expect(box?.closest('[aria-hidden=true]')).not.toBeNull();
    });

    test('what a program typed into that box stays there', () => {
      const { form } = formIn(own({ [BESIDE.website]: 'https://x.example' }));
      expect(form.querySelector<HTMLInputElement>(`[name=${BESIDE.website}]`)?.value).toBe(
        'https://x.example',
      );
    });

    test('a tick beside words that have changed since has to be set again', () => {
      const ticked = { [BESIDE.consent]: 'yes', [BESIDE.consentText]: 'text-messages' };
      const boxWith = (version: string) =>
        formIn(own({ ...ticked, [BESIDE.consentVersion]: version })).form.querySelector(
          `[name=${BESIDE.consent}]:checked`,
        );
      expect(boxWith('1')).not.toBeNull();
      expect(boxWith('2')).toBeNull();
    });

    test('is the same for all visitors where it stands in a page', () => {
      const words = html();
      expect(words).not.toContain(`name="${BESIDE.key}"`);
      expect(words).not.toContain(`name="${BESIDE.rendered}"`);
      expect(words).not.toContain('datetime');
      expect(words).toContain('We answer Monday, 9:00 AM to 5:00 PM Eastern Time.');
    });

    test.each(differentProblems())('tells twice in the same words: $title', ({ problems }) => {
      const { form } = formIn(own({}, problems));
      for (const { name, message } of problems) {
        const lines = [...form.querySelectorAll('[data-errors] a')];
        const line = lines.find(({ textContent }) => textContent === message);
        expect(form.querySelector(line?.getAttribute('href') ?? 'none')).not.toBeNull();
        const inline = form.querySelector(`[data-error-for="${name}"]`);
        expect(inline?.textContent).toBe(message);
        expect(form.querySelector(`[aria-describedby~="${inline?.id}"]`)).not.toBeNull();
      }
    });

    test.each(accepted.filter(canBeTyped))('keeps what was typed: $title', (fixture) => {
      const { answers, consent, voicemail } = sent(fixture);
      const given = (consent as { given?: boolean } | undefined)?.given ?? false;
      const typed: Typed = {
        ...(answers as Typed),
        ...(given && { [BESIDE.consent]: 'yes' }),
        ...(voicemail === true && { [BESIDE.voicemail]: 'yes' }),
        [BESIDE.consentText]: 'text-messages',
        [BESIDE.consentVersion]: '1',
      };
      const { form, window } = formIn(own(typed));
      const entries = [...new window.FormData(form)];
      const again = typedIn(entries.map(([name, value]) => [name, String(value)]));
      expect(schema.parse(submissionIn(again, kind))).toMatchObject({
        answers: schema.parse(sent(fixture)).answers,
        consent: { text: 'text-messages', version: 1, given },
        voicemail: voicemail === true,
        page: '/articles/a',
      });
    });

    test(
      'axe finds nothing: in a page, on its own page, with errors',
      async () => {
        const problems = refused.flatMap(problemsOf);
        const once = [...new Map(problems.map((problem) => [problem.name, problem])).values()];
        expect(await axeProblems(html())).toEqual([]);
        expect(await axeProblems(html(own()))).toEqual([]);
        expect(await axeProblems(html(own({}, once)))).toEqual([]);
      },
      AXE_MS,
    );
  });
}

/** A browser can't show, and so not send again, what no keyboard types. */
const canBeTyped = ({ answers }: SentFixture): boolean =>
  !JSON.stringify(answers).includes('\\u0000');
