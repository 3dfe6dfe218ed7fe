import type { Locator, Page } from 'playwright-core';

/** More stops than any page has. */
const MAX_STOPS = 300;

/** An element that got the focus by Tab. */
export interface FocusStop {
  /** Index in document order. */
  index: number;
  description: string;
  /** True if the focus has an outline of at least 2 px. */
  hasOutline: boolean;
  /** True if it is in the viewport and not covered. */
  isVisible: boolean;
}

/**
 * Presses Tab from the top of a page until the focus leaves it, and returns all stops.
 * @throws Error if the focus is trapped
 */
export async function tabThroughPage(page: Page): Promise<FocusStop[]> {
  const stops: FocusStop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await currentStop(page);
    if (!stop || stop.index === stops[0]?.index) return stops;
    stops.push(stop);
    if (stops.length > MAX_STOPS) throw new Error(`The focus is trapped at ${stop.description}.`);
  }
}

/**
 * Presses Tab until the focus is on an element.
 * @throws Error if Tab does not reach it
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < MAX_STOPS; presses += 1) {
    await page.keyboard.press('Tab');
    if (await hasFocus(target)) return;
  }
  throw new Error(`Tab does not lead to ${target}.`);
}

export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

const currentStop = (page: Page): Promise<FocusStop | undefined> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return undefined;
    // The radio button of a time slot is transparent, on top of its label, which has the outline.
    const isTransparent = getComputedStyle(focused).opacity === '0';
    const outlined = isTransparent ? (focused.nextElementSibling ?? focused) : focused;
    const { outlineStyle, outlineWidth } = getComputedStyle(outlined);
    const { left = -1, top = -1, width = 0, height = 0 } = outlined.getClientRects()[0] ?? {};
    const front = document.elementFromPoint(left + width / 2, top + height / 2);
    return {
      index: [...document.querySelectorAll('*')].indexOf(focused),
      description: `${focused.localName} “${focused.textContent || focused.getAttribute('name')}”`,
      hasOutline: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      isVisible: front !== null && (focused.contains(front) || front.contains(focused)),
    };
  });

/** Returns the indices, in document order, of all elements that Tab has to reach: one for each radio group. */
export const listExpectedStops = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const groups = new Set<string>();
    return all.flatMap((element, index) => {
      const takesFocus = element.matches('a[href], button, input, select, textarea, summary');
      if (!takesFocus || (element as HTMLElement).tabIndex < 0) return [];
      if (!element.checkVisibility({ visibilityProperty: true })) return [];
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return [index];
      const group = all.find(
        (other): other is HTMLInputElement =>
          other instanceof HTMLInputElement && other.name === element.name && other.checked,
      );
      if (groups.has(element.name) || (group && group !== element)) return [];
      groups.add(element.name);
      return [index];
    });
  });
