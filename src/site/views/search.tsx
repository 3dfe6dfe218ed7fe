import type { CrisisLine } from '#domain/crisis-lines.ts';
import type { SearchResults, TextSegment } from '#domain/search-results.ts';
import type { LinkView } from '#domain/view-models.ts';
import { CrisisNotice } from '#forms/form-notices.tsx';
import { Details } from '#ui/details.tsx';
import { SelectField } from '#ui/field.tsx';
import { Pager } from '#ui/pager.tsx';
import styles from './search.module.css';
import { SearchForm } from './search-form.tsx';

interface Option {
  value: string;
  label: string;
}

export interface SearchPageProps {
  /** The query as typed; empty before the first search. */
  typed: string;
  /** Undefined before the first search. */
  searchResults?: SearchResults;
  /** From 1. */
  page: number;
  stages: Option[];
  topics: Option[];
  /** Slugs of the selected stage and topic; empty for all. */
  stage: string;
  topic: string;
  crisisLines: readonly CrisisLine[];
  phoneLine?: LinkView;
}

/** The search page: the form, its filters and the results. */
export const SearchPage = (props: SearchPageProps) => {
  const { typed, searchResults, stages, topics, stage, topic, crisisLines } = props;
  return (
    <div className={styles.page}>
      <h1>Search</h1>
      {searchResults?.mayBeInDanger && (
        <CrisisNotice crisisLines={crisisLines}>
          You do not have to go through this alone. These lines answer at any hour:
        </CrisisNotice>
      )}
      <SearchForm label="What are you looking for?" query={typed}>
        {/* On a phone, open filters would push the results down. */}
        <Details title="Choose a stage or topic" open={!searchResults || Boolean(stage || topic)}>
          <div className={styles.narrow}>
            <SelectField
              {...{ id: 'stage', name: 'stage', label: 'About the stage', required: true }}
              options={[{ value: '', label: 'All stages' }, ...stages]}
              values={[stage]}
            />
            <SelectField
              {...{ id: 'topic', name: 'topic', label: 'About the topic', required: true }}
              options={[{ value: '', label: 'All topics' }, ...topics]}
              values={[topic]}
            />
          </div>
        </Details>
      </SearchForm>
      {searchResults &&
        (searchResults.total > 0 ? (
          <Results {...props} searchResults={searchResults} />
        ) : (
          <NothingFound {...props} />
        ))}
    </div>
  );
};

const Results = ({
  typed,
  searchResults: { results, first, total, pages, correctedQuery },
  page,
  stage,
  topic,
}: SearchPageProps & { searchResults: SearchResults }) => (
  <section aria-labelledby="results">
    <h2 id="results">
      {total === 1 ? '1 page' : `${total} pages`} for “{correctedQuery ?? typed}”
    </h2>
    {correctedQuery && (
      <p>
        Showing results for <strong>{correctedQuery}</strong>. You typed “{typed}”.
      </p>
    )}
    <ol className={styles.results} start={first}>
      {results.map(({ title, text, href, typeLabel }) => (
        <li key={href}>
          <p className={styles.what}>{typeLabel}</p>
          <h3>
            <a href={href}>
              <MarkedText of={title} />
            </a>
          </h3>
          <p>
            <MarkedText of={text} />
          </p>
        </li>
      ))}
    </ol>
    <Pager
      {...{ page, pages, before: 'Better matches', after: 'More results' }}
      hrefOf={(other) => searchPath({ q: typed, stage, topic, page: other > 1 ? `${other}` : '' })}
    />
  </section>
);

/** A text with the matches of the search marked. */
const MarkedText = ({ of }: { of: TextSegment[] }) =>
  // The index is the only key that a piece has.
  of.map(({ text, isMatch }, n) => (isMatch ? <mark key={`${n}`}>{text}</mark> : text));

const searchPath = (parameters: Record<string, string>): string =>
  `/search?${new URLSearchParams(Object.entries(parameters).filter(([, value]) => value))}`;

const NothingFound = ({ typed, stages, stage, topic, phoneLine }: SearchPageProps) => (
  <section className={styles.nothing} aria-labelledby="results">
    <h2 id="results">Nothing found for “{typed}”</h2>
    <p>
      {stage || topic ? (
        <>
          You can <a href={searchPath({ q: typed })}>search all stages and topics</a> for the same
          words.
        </>
      ) : (
        'Try other words, or fewer of them.'
      )}{' '}
      You can also start from where you are:
    </p>
    <ul>
      {stages.map(({ value, label }) => (
        <li key={value}>
          <a href={`/stages/${value}`}>{label}</a>
        </li>
      ))}
      <li>
        <a href="/articles">All articles</a>
      </li>
    </ul>
    {phoneLine && (
      <p>
        Or ask a person: <a href={phoneLine.href}>{phoneLine.label}</a>
      </p>
    )}
  </section>
);
