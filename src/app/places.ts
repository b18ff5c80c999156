import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import Database from '@lucide/svelte/icons/database';
import FileUp from '@lucide/svelte/icons/file-up';
import MessageCircleQuestion from '@lucide/svelte/icons/message-circle-question-mark';
import Settings2 from '@lucide/svelte/icons/settings-2';
import TrendingDown from '@lucide/svelte/icons/trending-down';
import Undo2 from '@lucide/svelte/icons/undo-2';
import Users from '@lucide/svelte/icons/users';
import type { Component } from 'svelte';
import type { MessageKey } from '../i18n/messages';
import { href, PAGES } from '../reactive/address';

interface Place {
  readonly label: MessageKey;
  readonly link: string;
  readonly path: string;
  readonly icon: Component<{ size?: number; strokeWidth?: number; 'aria-hidden'?: 'true' }>;
}

type PlaceName = 'today' | 'loss' | 'clients' | 'reasons' | 'wayBack' | 'import' | 'settings' | 'data';

const place = (page: PlaceName, icon: Place['icon']): Place => ({
  label: `nav.${page}`,
  link: href(page),
  path: PAGES[page],
  icon,
});

/** The five places of daily use, in the bar of a phone and at the top of the rail. */
export const mainPlaces: readonly Place[] = [
  place('today', CalendarCheck),
  place('loss', TrendingDown),
  place('clients', Users),
  place('reasons', MessageCircleQuestion),
  place('wayBack', Undo2),
];

/** Places visited now and then: in the menu of a phone and at the foot of the rail. */
export const morePlaces: readonly Place[] = [
  place('import', FileUp),
  place('settings', Settings2),
  place('data', Database),
];

/** Whether a path is a place or lies below it. */
export const isAt = (path: string, place: Place): boolean =>
  place.path === '/' ? path === '/' : path === place.path || path.startsWith(`${place.path}/`);
