import { body, bullets, callout, h2, p, steps } from '../rich-text-markup.ts';
import type { PageSeed } from '../seed-types.ts';

/** Page on how to hide a visit. It must not promise more than the site does. */
export const coverYourTracks: PageSeed = {
  slug: 'cover-your-tracks',
  title: 'How to cover your tracks',
  summary:
    'What the “Leave this site” link does, what it cannot do, and where others may still see that you were here.',
  body: body(
    callout(
      'safety',
      'No website can hide your visit for sure',
      p(
        'If someone checks on you, use a device that they cannot get to, such as one at a library or a friend’s phone. If you are in danger, call [911](tel:911).',
      ),
    ),

    h2('What “Leave this site” does'),
    p(
      'The link stands at the top of our pages. It opens a page about the weather. You can also press the Shift key three times in a row.',
    ),
    bullets(
      'Going back in that tab does not bring you to the page you just left.',
      'What you typed into forms in that tab and did not send is cleared, and so is your choice of light or dark colors.',
      'If your browser does not run scripts, the link still works, but the Shift key does not. The back button leads here again, and what you typed may still be there.',
    ),

    h2('What it does not do'),
    bullets(
      'It does not clear the history of your browser. Pages that you opened before stay in it, and the last one may too.',
      'The back button can still lead to pages that you opened earlier in the same tab.',
      'It does not take back a request that you have sent. The page with your receipt has a link for that.',
      'It does not close other tabs, clear what you typed there, or clear pictures of open pages that your phone keeps.',
    ),

    h2('Clear your history'),
    steps(
      'Open the menu of your browser and find History.',
      'Look for the name of this website and delete those lines. Most browsers can also clear the last hour.',
      'If you searched for this site, delete that search as well. A search account can keep its own list.',
    ),
    p(
      'An empty history can look odd to someone who checks it. You may want to delete only the lines you do not want seen. If your browser shares its history with another device, look there too.',
    ),

    h2('Private windows'),
    p(
      'A private or incognito window keeps no history once you have closed all of its tabs. It does not hide your visit from the network, from your employer or school, or from software that watches the device. Files that you save stay.',
    ),

    h2('Devices and networks that others control'),
    p(
      'The owner of a network, such as a workplace, a school or a home, may see the names of the sites that you open. Software that watches a phone or computer can see all that is on the screen. Nothing on this website can stop that.',
    ),

    h2('Calls, texts and email'),
    bullets(
      'A call or text stays in the lists of your phone. You can delete it there.',
      'A phone bill may list the numbers you called. Whoever pays for the plan may see it.',
      'Messages can show on a locked screen. You can turn that off in the settings of your phone.',
      'Email can be read by anyone who knows your password or uses a device that is signed in.',
      'A voicemail can be heard by others. Our forms ask before we leave one.',
    ),
    p(
      'Give us only a number or an address that is safe for you. The [privacy policy](page:privacy) says what we keep of a request.',
    ),
  ),
  seo: {
    title: 'How to cover your tracks',
    description:
      'What the exit link does and does not do, how to clear your history, and who may see calls, texts and bills.',
  },
};
