import type { CrisisLine } from '#domain/crisis-lines.ts';
import type { Piece, SearchResults } from '#domain/search-results.ts';
import type { LinkView } from '#domain/view-models.ts';
import { HelpNow } from '#forms/beside-form.tsx';
import { SelectField } from '#ui/field.tsx';
import { Fold } from '#ui/fold.tsx';
import { Pager } from '#ui/pager.tsx';
import styles from './search.module.css';
import { SearchForm } from './search-form.tsx';

interface Option {
  value: string;
  label: string;
}

export interface SearchPageProps {
  /** What was typed; empty before anything was. */
  typed: string;
  /** Undefined before anything was searched for. */
  found?: SearchResults;
  /** From 1. */
  page: number;
  stages: Option[];
  topics: Option[];
  /** Slugs of the stage and topic that were chosen; empty for all. */
  stage: string;
  topic: string;
  crisisLines: readonly CrisisLine[];
  phoneLine?: LinkView;
}

/** Finds pages by their words. */
export const SearchPage = (props: SearchPageProps) => {
  const { typed, found, stages, topics, stage, topic, crisisLines } = props;
  return (
    <div className={styles.page}>
      <h1>Search</h1>
      {found?.inDanger && (
        <HelpNow crisisLines={crisisLines}>
          You do not have to go through this alone. These lines answer at any hour:
        </HelpNow>
      )}
      <SearchForm label="What are you looking for?" words={typed}>
        {/* On a phone, open fields would stand before the results. */}
        <Fold title="Choose a stage or topic" open={!found || Boolean(stage || topic)}>
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
        </Fold>
      </SearchForm>
      {found &&
        (found.total > 0 ? <Results {...props} found={found} /> : <NothingFound {...props} />)}
    </div>
  );
};

const Results = ({
  typed,
  found: { results, first, total, pages, instead },
  page,
  stage,
  topic,
}: SearchPageProps & { found: SearchResults }) => (
  <section aria-labelledby="results">
    <h2 id="results">
      {total === 1 ? '1 page' : `${total} pages`} for “{instead ?? typed}”
    </h2>
    {instead && (
      <p>
        Showing results for <strong>{instead}</strong>. You typed “{typed}”.
      </p>
    )}
    <ol className={styles.results} start={first}>
      {results.map(({ title, text, href, what }) => (
        <li key={href}>
          <p className={styles.what}>{what}</p>
          <h3>
            <a href={href}>
              <Pieces of={title} />
            </a>
          </h3>
          <p>
            <Pieces of={text} />
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

/** A text with what was searched for marked in it. */
const Pieces = ({ of }: { of: Piece[] }) =>
  // A piece is known by its place alone.
  of.map(({ text, found }, n) => (found ? <mark key={`${n}`}>{text}</mark> : text));

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
