'use client';

import { useAuth } from '@payloadcms/ui';
import { type ReactNode, useEffect, useRef } from 'react';

/** Shortest interval between two refreshes of the session; must be shorter than the session. */
const REFRESH_INTERVAL_MS = 5 * 60 * 1000;

/** Refreshes the session while the user types or clicks; Payload refreshes it only on navigation. */
export function StaySignedIn({ children }: { children: ReactNode }) {
  const { refreshCookie } = useAuth();
  const refresh = useRef(refreshCookie);
  refresh.current = refreshCookie;
  useEffect(() => {
    let lastRefresh = Date.now();
    const refreshIfDue = () => {
      if (Date.now() - lastRefresh < REFRESH_INTERVAL_MS) return;
      lastRefresh = Date.now();
      refresh.current(true);
    };
    const events = ['keydown', 'pointerdown'] as const;
    for (const event of events) window.addEventListener(event, refreshIfDue, { passive: true });
    return () => {
      for (const event of events) window.removeEventListener(event, refreshIfDue);
    };
  }, []);
  return children;
}
