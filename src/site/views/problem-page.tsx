import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import type { SiteLayout } from '#domain/site-layout.ts';
import { isFilledIn, type Typed } from '#forms/typed.ts';
import { FormGone } from './form-gone.tsx';
import { Layout, PlainLayout } from './layout.tsx';
import { Missing } from './missing.tsx';
import { Refusal } from './refusal.tsx';
import { Unavailable, unavailableTitle } from './unavailable.tsx';

/** Why there is no page. */
export type Problem =
  | { problem: 'missing'; frame: SiteLayout; path: string; typed: Typed }
  | { problem: 'refused'; frame?: SiteLayout; path: string; message: string }
  | { problem: 'unavailable'; frame?: SiteLayout; path: string; typed: Typed };

/** What stands in the place of a page that cannot be shown. */
export function ProblemPage(props: Problem) {
  const { path } = props;
  switch (props.problem) {
    case 'missing':
      return (
        <Layout
          frame={props.frame}
          head={{ title: 'Page not found', description: 'Page not found', path, noIndex: true }}
        >
          {isFilledIn(props.typed) ? (
            <FormGone typed={props.typed} phoneLine={props.frame.phoneLine} />
          ) : (
            <Missing />
          )}
        </Layout>
      );
    case 'refused':
      return (
        <PlainLayout frame={props.frame} head={{ title: 'That did not work', path }}>
          <Refusal message={props.message} path={path} />
        </PlainLayout>
      );
    case 'unavailable':
      return (
        <PlainLayout frame={props.frame} head={{ title: unavailableTitle(props.typed), path }}>
          <Unavailable
            path={path}
            typed={props.typed}
            crisisLines={props.frame?.crisisLines ?? CRISIS_LINES}
            phoneLine={props.frame?.phoneLine}
          />
        </PlainLayout>
      );
  }
}
