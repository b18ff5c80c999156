import { STATUS_NAMES, type StatusName } from '../../domain/loss/status';
import { queryText, type Query } from '../../reactive/address';
import type { ClientSort } from '../../workers/protocol';

/** What the list of clients is asked to show; it stands in the address, so that Back returns to it. */
export interface ListView {
  /** Every status where empty. */
  readonly statuses: readonly StatusName[];
  readonly text: string;
  readonly sort: ClientSort;
  readonly rising: boolean;
}

export const SORTS = ['value', 'silence', 'name'] as const satisfies readonly ClientSort[];

const risesByItself = (sort: ClientSort): boolean => sort === 'name';

/** The view that an address asks for; what it does not know in it is left out. */
export function listView(query: string): ListView {
  const asked = new URLSearchParams(query);
  const wanted = new Set(asked.get('status')?.split(','));
  const sort = SORTS.find((known) => known === asked.get('sort')) ?? 'value';
  const order = asked.get('order');
  return {
    statuses: STATUS_NAMES.filter((status) => wanted.has(status)),
    text: asked.get('q') ?? '',
    sort,
    rising: order === 'rising' || (order !== 'falling' && risesByItself(sort)),
  };
}

/** The view as it stands in the address; what goes without saying is left out. */
export const viewQuery = ({ statuses, text, sort, rising }: ListView): Query => ({
  status: statuses.length === 0 ? undefined : statuses.join(','),
  q: text,
  sort: sort === 'value' ? undefined : sort,
  order: rising === risesByItself(sort) ? undefined : rising ? 'rising' : 'falling',
});

/** The one text for a view, however its address was written. */
export const viewText = (view: ListView): string => queryText(viewQuery(view));

export const sortedBy = (view: ListView, sort: ClientSort): ListView => ({
  ...view,
  sort,
  rising: risesByItself(sort),
});

/** The view with a status shown that was not, or the other way round. */
export const toggled = (view: ListView, status: StatusName): ListView => ({
  ...view,
  statuses: STATUS_NAMES.filter((name) => view.statuses.includes(name) !== (name === status)),
});
