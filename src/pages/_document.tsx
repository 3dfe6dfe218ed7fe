import NextDocument, {
  type DocumentContext,
  type DocumentInitialProps,
  Html,
  Main,
  Head as NextHead,
  NextScript,
} from 'next/document';
import { fontPaths, scriptPath, stylePaths } from '#platform/http/assets.ts';
import { COLOR_SCHEME_SCRIPT } from '#platform/http/color-scheme-script.ts';

const PRODUCTION = process.env.NODE_ENV === 'production';

/** A head without Next's scripts and preloads, which pages do not need, and with the joined stylesheet. */
class PlainHead extends NextHead {
  override render() {
    this.context.docComponentsRendered.Head = true;
    return (
      <head>
        {this.context.head}
        {this.props.children}
        {stylePaths().map((path) => (
          <link key={path} rel="stylesheet" href={path} />
        ))}
      </head>
    );
  }
}

// In development, hot reload needs Next's scripts.
const Head = PRODUCTION ? PlainHead : NextHead;

/**
 * Removes what React adds for hydration, which our pages do not have: comments between text nodes, and preloads of
 * pictures that stand a few lines below.
 */
const removeReactMarkup = (html: string): string =>
  html.replaceAll(/<!-- -->|<link rel="preload" as="image"[^>]*>/g, '');

/** The HTML around every page of the site. */
export default class Document extends NextDocument {
  static override async getInitialProps(context: DocumentContext): Promise<DocumentInitialProps> {
    const initial = await NextDocument.getInitialProps(context);
    return PRODUCTION ? { ...initial, html: removeReactMarkup(initial.html) } : initial;
  }

  override render() {
    return (
      <Html lang="en">
        <Head>
          {PRODUCTION &&
            fontPaths().map((font) => (
              // Browsers fetch fonts without credentials, even from their own origin.
              <link
                key={font}
                rel="preload"
                href={font}
                as="font"
                type="font/woff2"
                crossOrigin=""
              />
            ))}
          <script dangerouslySetInnerHTML={{ __html: COLOR_SCHEME_SCRIPT }} />
          <script src={scriptPath('site')} data-proof-worker={scriptPath('proof-worker')} defer />
        </Head>
        <body>
          <Main />
          {!PRODUCTION && <NextScript />}
        </body>
      </Html>
    );
  }
}
