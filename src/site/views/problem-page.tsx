import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import type { SiteLayout } from '#domain/site-layout.ts';
import { type FormValues, isFilledIn } from '#forms/form-values.ts';
import { FormGonePage } from './form-gone.tsx';
import { Layout, PlainLayout } from './layout.tsx';
import { MissingPage } from './missing.tsx';
import { SubmissionErrorPage } from './submission-error.tsx';
import { UnavailablePage, unavailableTitle } from './unavailable.tsx';

/** Why a page cannot be shown, with the data of the error page. */
export type PageProblem =
  | { problem: 'missing'; siteLayout: SiteLayout; path: string; typed: FormValues }
  | { problem: 'submission-error'; siteLayout?: SiteLayout; path: string; message: string }
  | { problem: 'unavailable'; siteLayout?: SiteLayout; path: string; typed: FormValues };

/** The error page in the place of a page that cannot be shown. */
export function ProblemPage(props: PageProblem) {
  const { path } = props;
  switch (props.problem) {
    case 'missing':
      return (
        <Layout
          siteLayout={props.siteLayout}
          head={{ title: 'Page not found', description: 'Page not found', path, noIndex: true }}
        >
          {isFilledIn(props.typed) ? (
            <FormGonePage typed={props.typed} phoneLine={props.siteLayout.phoneLine} />
          ) : (
            <MissingPage />
          )}
        </Layout>
      );
    case 'submission-error':
      return (
        <PlainLayout siteLayout={props.siteLayout} head={{ title: 'That did not work', path }}>
          <SubmissionErrorPage message={props.message} path={path} />
        </PlainLayout>
      );
    case 'unavailable':
      return (
        <PlainLayout
          siteLayout={props.siteLayout}
          head={{ title: unavailableTitle(props.typed), path }}
        >
          <UnavailablePage
            path={path}
            typed={props.typed}
            crisisLines={props.siteLayout?.crisisLines ?? CRISIS_LINES}
            phoneLine={props.siteLayout?.phoneLine}
          />
        </PlainLayout>
      );
  }
}
