import { fixtures as callsToAction } from '#content/blocks/call-to-action/fixtures.ts';
import { fixtures as pathways } from '#content/blocks/treatment-pathway/fixtures.ts';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { SubmissionForm } from '#forms/submission-form.tsx';
import { ButtonLink, Submit } from '#ui/button.tsx';
import { CrisisLines } from '#ui/crisis-lines.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Checkbox, ChoicesField, SelectField, TextField } from '#ui/field.tsx';
import { Pager } from '#ui/pager.tsx';
import { Pathway } from '#ui/pathway.tsx';
import { Exhibit, Room } from './exhibit.tsx';

const STATIONS = pathways['one stage marked'].stations;
const PHONE_HELP = 'Enter a phone number with area code, like 212 555 0123';
const CHOICES = ['In the morning', 'In the afternoon', 'In the evening'].map((label) => ({
  value: label,
  label,
}));

/** Every component of the site in every state. */
export const GalleryComponents = () => (
  <>
    <Room name="Buttons">
      <Exhibit state="Link, quiet link, submit">
        <p>
          <ButtonLink href="/articles">Read on</ButtonLink>{' '}
          <ButtonLink href="/articles" quiet>
            Read on, quietly
          </ButtonLink>{' '}
          <Submit>Ask for a call</Submit>
        </p>
      </Exhibit>
    </Room>
    <Room name="Fields">
      <Exhibit state="As they come">
        <Fields id="plain" />
      </Exhibit>
      <Exhibit state="With errors">
        <Fields id="wrong" error={PHONE_HELP} />
      </Exhibit>
    </Room>
    <Room name="Error summary">
      <Exhibit state="Two problems">
        <ErrorSummary
          id="summary"
          problems={[
            { href: '#wrong-phone', message: PHONE_HELP },
            { message: 'We could not read what was sent. Try again' },
          ]}
        />
      </Exhibit>
    </Room>
    <Room name="A form">
      <Exhibit state="With a mistake, on its own page">
        <SubmissionForm
          invitation={callsToAction.panel.invitation}
          crisisLines={CRISIS_LINES}
          from="/gallery"
          own={{
            key: 'gallery',
            rendered: '',
            promise: 'A coordinator will call you today, before 7:00 PM Eastern Time.',
            typed: { name: ['Sam Sample'], phone: ['12'] },
            problems: [{ name: 'phone', message: PHONE_HELP }],
            days: [],
            timeZone: 'America/New_York',
          }}
        />
      </Exhibit>
    </Room>
    <Room name="Crisis lines">
      <Exhibit state="Full">
        <CrisisLines lines={CRISIS_LINES} />
      </Exhibit>
      <Exhibit state="Brief">
        <CrisisLines lines={CRISIS_LINES} brief />
      </Exhibit>
    </Room>
    <Room name="Way">
      <Exhibit state="Down the page">
        <Pathway stations={STATIONS} here="You are here" />
      </Exhibit>
      <Exhibit state="As a line">
        <Pathway stations={STATIONS} lies="line" />
      </Exhibit>
    </Room>
    <Room name="Pager">
      <Exhibit state="In the middle">
        <Pager page={2} pages={3} hrefOf={(page) => `/articles?page=${page}`} />
      </Exhibit>
    </Room>
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
      several
      options={CHOICES}
      values={['In the evening']}
    />
    <Checkbox id={`${id}-voicemail`} name="voicemail" checked={!error} error={error}>
      You may leave a voicemail.
    </Checkbox>
  </>
);
