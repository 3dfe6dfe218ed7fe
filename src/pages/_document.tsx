import NextDocument, {
  type DocumentContext,
  type DocumentInitialProps,
  Html,
  Main,
  Head as NextHead,
  NextScript,
} from 'next/document';
import { fontPaths, scriptPath, stylePaths } from '#platform/http/assets.ts';
import { SCHEME_SCRIPT } from '#platform/http/scheme-script.ts';

const PRODUCTION = process.env.NODE_ENV === 'production';

/** The head without the framework's scripts and what prepares for them: pages are whole without. Its stylesheets are one. */
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

// Hot reload needs the framework's scripts; they are there in development only.
const Head = PRODUCTION ? PlainHead : NextHead;

/**
 * React marks where two texts meet, for a script of its own that no page of ours has, and announces
 * pictures that stand a few lines below, in all their sizes.
 */
const plain = (html: string): string =>
  html.replaceAll(/<!-- -->|<link rel="preload" as="image"[^>]*>/g, '');

/** The HTML around every page of the site. */
export default class Document extends NextDocument {
  static override async getInitialProps(context: DocumentContext): Promise<DocumentInitialProps> {
    const initial = await NextDocument.getInitialProps(context);
    return PRODUCTION ? { ...initial, html: plain(initial.html) } : initial;
  }

  override render() {
    return (
      <Html lang="en">
        <Head>
          {PRODUCTION &&
            fontPaths().map((font) => (
              // A font is asked for without credentials, wherever it is.
              <link
                key={font}
                rel="preload"
                href={font}
                as="font"
                type="font/woff2"
                crossOrigin=""
              />
            ))}
          <script dangerouslySetInnerHTML={{ __html: SCHEME_SCRIPT }} />
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
