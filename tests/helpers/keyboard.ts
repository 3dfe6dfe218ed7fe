import type { Locator, Page } from 'playwright-core';

/** More than any page has. */
const MOST_STOPS = 300;

/** Where the focus is, as somebody who only has a keyboard finds it. */
export interface Stop {
  /** Place in the order of the document. */
  place: number;
  what: string;
  /** Whether an outline shows it. */
  marked: boolean;
  /** Whether it can be seen: in sight, and nothing in front of it. */
  seen: boolean;
}

/** Presses Tab from the top of a page until the focus leaves it; all the stops in between. */
export async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await stopOf(page);
    if (!stop || stop.place === stops[0]?.place) return stops;
    stops.push(stop);
    if (stops.length > MOST_STOPS) throw new Error(`The focus is caught at ${stop.what}.`);
  }
}

/** Presses Tab until the focus is on an element. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < MOST_STOPS; presses += 1) {
    await page.keyboard.press('Tab');
    if (await hasFocus(target)) return;
  }
  throw new Error(`Tab does not lead to ${target}.`);
}

export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

const stopOf = (page: Page): Promise<Stop | undefined> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return undefined;
    // The button of a time to choose fills the words that show it.
    const isFilled = getComputedStyle(focused).opacity === '0';
    const shown = isFilled ? (focused.nextElementSibling ?? focused) : focused;
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    const { left = -1, top = -1, width = 0, height = 0 } = shown.getClientRects()[0] ?? {};
    const front = document.elementFromPoint(left + width / 2, top + height / 2);
    return {
      place: [...document.querySelectorAll('*')].indexOf(focused),
      what: `${focused.localName} “${focused.textContent || focused.getAttribute('name')}”`,
      marked: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      seen: front !== null && (focused.contains(front) || front.contains(focused)),
    };
  });

/** The places of all that has to be a stop: of a group of radio buttons, one. */
export const places = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const groups = new Set<string>();
    return all.flatMap((element, place) => {
      const takesFocus = element.matches('a[href], button, input, select, textarea, summary');
      if (!takesFocus || (element as HTMLElement).tabIndex < 0) return [];
      if (!element.checkVisibility({ visibilityProperty: true })) return [];
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return [place];
      const group = all.find(
        (other): other is HTMLInputElement =>
          other instanceof HTMLInputElement && other.name === element.name && other.checked,
      );
      if (groups.has(element.name) || (group && group !== element)) return [];
      groups.add(element.name);
      return [place];
    });
  });
