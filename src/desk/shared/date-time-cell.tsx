import type { DefaultServerCellComponentProps } from 'payload';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { formatShortMoment } from '#domain/time-zone.ts';
import { loadSiteTimeZone } from './site-time-zone.ts';

/** A date and time in the Site's time zone. */
export async function DateTimeCell({ cellData, payload }: DefaultServerCellComponentProps) {
  if (!cellData) return null;
  const at = new Date(cellData);
  return (
    <time dateTime={at.toISOString()}>
      {formatShortMoment(at, await loadSiteTimeZone(payload), DEFAULT_LOCALE)}
    </time>
  );
}
