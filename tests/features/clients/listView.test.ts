import { describe, expect, it } from 'vitest';
import { listView, sortedBy, toggled, viewQuery, viewText } from '../../../src/features/clients/listView';

describe('the view of the list in its address', () => {
  it('shows everybody by falling value where the address says nothing', () => {
    expect(listView('')).toEqual({ statuses: [], text: '', sort: 'value', rising: false });
  });

  it('reads statuses, search and order', () => {
    expect(listView('?status=lost,lostTwice&sort=silence&q=Anna+B&order=rising')).toEqual({
      statuses: ['lost', 'lostTwice'],
      text: 'Anna B',
      sort: 'silence',
      rising: true,
    });
  });

  it('leaves out what it does not know', () => {
    expect(listView('?status=gone,lost&sort=shoe-size&order=sideways')).toEqual({
      statuses: ['lost'],
      text: '',
      sort: 'value',
      rising: false,
    });
  });

  it('sorts names from A to Z by itself, and only the other way round is written down', () => {
    const byName = sortedBy(listView(''), 'name');
    expect(byName.rising).toBe(true);
    expect(viewText(byName)).toBe('?sort=name');
    expect(viewText({ ...byName, rising: false })).toBe('?sort=name&order=falling');
  });

  it('comes back from the address as it went in, blanks at the end of a search included', () => {
    const view = {
      statuses: ['new', 'sleeping'],
      text: 'O’Brien & ',
      sort: 'silence',
      rising: true,
    } as const;
    expect(listView(viewText(view))).toEqual(view);
  });

  it('gives one text for one view, however the address was written', () => {
    expect(viewText(listView('?sort=value&status=lostTwice,lost&q='))).toBe(
      viewText(listView('?status=lost%2ClostTwice')),
    );
    expect(viewQuery(listView(''))).toEqual({ status: undefined, q: '', sort: undefined, order: undefined });
  });

  it('adds a status and takes it away again', () => {
    const lost = toggled(listView(''), 'lost');
    expect(toggled(lost, 'new').statuses).toEqual(['new', 'lost']);
    expect(toggled(lost, 'lost').statuses).toEqual([]);
  });
});
