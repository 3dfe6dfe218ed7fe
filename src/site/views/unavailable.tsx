import type { ReactNode } from 'react';
import type { CrisisLine } from '#domain/crisis-lines.ts';
import { ERROR_PREFIX } from '#domain/page-title.ts';
import type { LinkView } from '#domain/view-models.ts';
import { type FormValues, isFilledIn } from '#forms/form-values.ts';
import { RestoredForm } from '#forms/restored-form.tsx';
import styles from './problem.module.css';

export const UNAVAILABLE_TITLE = 'This page cannot be shown right now';
export const UNSENT_TITLE = `${ERROR_PREFIX}your request is not sent yet`;

/** Returns the title of `UnavailablePage`, which depends on whether a form was posted. */
export const unavailableTitle = (typed: FormValues): string =>
  isFilledIn(typed) ? UNSENT_TITLE : UNAVAILABLE_TITLE;

interface UnavailableProps {
  path: string;
  /** The fields of the posted form; empty if none was posted. */
  typed: FormValues;
  crisisLines: readonly CrisisLine[];
  phoneLine?: LinkView;
}

/** The page for a failure of ours (503). A posted form is not saved, but the visitor can send it again. */
export const UnavailablePage = ({ path, typed, crisisLines, phoneLine }: UnavailableProps) =>
  isFilledIn(typed) ? (
    <UnsentFormNotice phoneLine={phoneLine}>
      <RestoredForm action={path} values={typed} crisisLines={crisisLines} />
    </UnsentFormNotice>
  ) : (
    <UnavailableNotice path={path} phoneLine={phoneLine} />
  );

/** Says that a page cannot be shown, with a link to try again. */
export const UnavailableNotice = ({
  path,
  phoneLine,
}: Pick<UnavailableProps, 'path' | 'phoneLine'>) => (
  <div className={styles.problem}>
    <h1>We cannot show this page right now</h1>
    <p>Something on our side is not working. Wait a minute, then try again.</p>
    <CallUs phoneLine={phoneLine} />
    <p>
      <a href={path}>Try again</a>
    </p>
  </div>
);

interface UnsentFormNoticeProps {
  phoneLine?: LinkView;
  /** A form that sends the posted fields again. */
  children: ReactNode;
}

/** Says that a posted form was not saved, above a form that sends it again. */
export const UnsentFormNotice = ({ phoneLine, children }: UnsentFormNoticeProps) => (
  <div className={styles.problem}>
    <h1>We could not take your request yet</h1>
    <p>
      Something on our side is not working. What you entered is still here. Wait a minute, then send
      it again.
    </p>
    <CallUs phoneLine={phoneLine} />
    {children}
  </div>
);

const CallUs = ({ phoneLine }: { phoneLine?: LinkView }) =>
  phoneLine && (
    <p>
      You can also call us at <a href={phoneLine.href}>{phoneLine.label}</a>.
    </p>
  );
