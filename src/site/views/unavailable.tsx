import type { ReactNode } from 'react';
import type { CrisisLine } from '#domain/crisis-lines.ts';
import { ERROR } from '#domain/page-title.ts';
import type { LinkView } from '#domain/view-models.ts';
import { RestoredForm } from '#forms/restored-form.tsx';
import { isFilledIn, type Typed } from '#forms/typed.ts';
import styles from './problem.module.css';

export const NOT_SHOWN = 'This page cannot be shown right now';
export const NOT_SENT = `${ERROR}your request is not sent yet`;

/** What such a page is called. */
export const unavailableTitle = (typed: Typed): string =>
  isFilledIn(typed) ? NOT_SENT : NOT_SHOWN;

interface UnavailableProps {
  path: string;
  /** What was sent with the page, if it was a form. */
  typed: Typed;
  crisisLines: readonly CrisisLine[];
  phoneLine?: LinkView;
}

/** The page cannot be made right now. A request that was sent is not saved, but not lost either. */
export const Unavailable = ({ path, typed, crisisLines, phoneLine }: UnavailableProps) =>
  isFilledIn(typed) ? (
    <NotSent phoneLine={phoneLine}>
      <RestoredForm action={path} typed={typed} crisisLines={crisisLines} />
    </NotSent>
  ) : (
    <NotShown path={path} phoneLine={phoneLine} />
  );

/** Nothing was sent; at this path it may work in a minute. */
export const NotShown = ({ path, phoneLine }: Pick<UnavailableProps, 'path' | 'phoneLine'>) => (
  <div className={styles.problem}>
    <h1>We cannot show this page right now</h1>
    <p>Something on our side is not working. Wait a minute, then try again.</p>
    <CallUs phoneLine={phoneLine} />
    <p>
      <a href={path}>Try again</a>
    </p>
  </div>
);

interface NotSentProps {
  phoneLine?: LinkView;
  /** What was sent, in a form that sends it again. */
  children: ReactNode;
}

/** A form was sent, and could not be taken. */
export const NotSent = ({ phoneLine, children }: NotSentProps) => (
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
