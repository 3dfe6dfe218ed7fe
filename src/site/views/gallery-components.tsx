import { fixtures as callsToAction } from '#content/blocks/call-to-action/fixtures.ts';
import { fixtures as pathways } from '#content/blocks/treatment-pathway/fixtures.ts';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { SubmissionForm } from '#forms/submission-form.tsx';
import { ButtonLink, SubmitButton } from '#ui/button.tsx';
import { CrisisLines } from '#ui/crisis-lines.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Checkbox, ChoicesField, SelectField, TextField } from '#ui/field.tsx';
import { Pager } from '#ui/pager.tsx';
import { Pathway } from '#ui/pathway.tsx';
import { GalleryExample, GallerySection } from './gallery-example.tsx';

const STAGES = pathways['one stage marked'].stages;
const PHONE_HELP = 'Enter a phone number with area code, like 212 555 0123';
const CHOICES = ['In the morning', 'In the afternoon', 'In the evening'].map((label) => ({
  value: label,
  label,
}));

/** Every component of the site in every state. */
export const GalleryComponents = () => (
  <>
    <GallerySection name="Buttons">
      <GalleryExample state="Link, quiet link, submit">
        <p>
          <ButtonLink href="/articles">Read on</ButtonLink>{' '}
          <ButtonLink href="/articles" secondary>
            Read on, quietly
          </ButtonLink>{' '}
          <SubmitButton>Ask for a call</SubmitButton>
        </p>
      </GalleryExample>
    </GallerySection>
    <GallerySection name="Fields">
      <GalleryExample state="As they come">
        <Fields id="plain" />
      </GalleryExample>
      <GalleryExample state="With errors">
        <Fields id="wrong" error={PHONE_HELP} />
      </GalleryExample>
    </GallerySection>
    <GallerySection name="Error summary">
      <GalleryExample state="Two problems">
        <ErrorSummary
          id="summary"
          problems={[
            { href: '#wrong-phone', message: PHONE_HELP },
            { message: 'We could not read what was sent. Try again' },
          ]}
        />
      </GalleryExample>
    </GallerySection>
    <GallerySection name="A form">
      <GalleryExample state="With a mistake, on its own page">
        <SubmissionForm
          callToAction={callsToAction.panel.callToActionView}
          crisisLines={CRISIS_LINES}
          fromPath="/gallery"
          pageState={{
            idempotencyKey: 'gallery',
            renderedAtToken: '',
            promise: 'A coordinator will call you today, before 7:00 PM Eastern Time.',
            values: { name: ['Sam Sample'], phone: ['12'] },
            problems: [{ name: 'phone', message: PHONE_HELP }],
            days: [],
            timeZone: 'America/New_York',
          }}
        />
      </GalleryExample>
    </GallerySection>
    <GallerySection name="Crisis lines">
      <GalleryExample state="Full">
        <CrisisLines lines={CRISIS_LINES} />
      </GalleryExample>
      <GalleryExample state="Brief">
        <CrisisLines lines={CRISIS_LINES} brief />
      </GalleryExample>
    </GallerySection>
    <GallerySection name="Way">
      <GalleryExample state="Down the page">
        <Pathway steps={STAGES} currentLabel="You are here" />
      </GalleryExample>
      <GalleryExample state="As a line">
        <Pathway steps={STAGES} layout="line" />
      </GalleryExample>
    </GallerySection>
    <GallerySection name="Pager">
      <GalleryExample state="In the middle">
        <Pager page={2} pages={3} hrefOf={(page) => `/articles?page=${page}`} />
      </GalleryExample>
    </GallerySection>
  </>
);

const Fields = ({ id, error }: { id: string; error?: string }) => (
  <>
    <TextField
      {...{ id: `${id}-phone`, name: 'phone', label: 'Phone number', required: true, error }}
      input="tel"
      hint="With area code, like 212 555 0123."
      value={error && '12'}
    />
    <TextField
      {...{ id: `${id}-message`, name: 'message', label: 'Message', required: false, error }}
      input="textarea"
    />
    <SelectField
      {...{ id: `${id}-time`, name: 'time', label: 'Best time', required: false, error }}
      options={CHOICES}
      values={[]}
    />
    <ChoicesField
      {...{ id: `${id}-times`, name: 'times', label: 'Good times', required: true, error }}
      multiple
      options={CHOICES}
      values={['In the evening']}
    />
    <Checkbox id={`${id}-voicemail`} name="voicemail" checked={!error} error={error}>
      You may leave a voicemail.
    </Checkbox>
  </>
);
