// The tables of a run, page by page.

import { ask, download } from './api.js';
import { el, table, words } from './dom.js';

const ROWS = 100;

/** One table with its downloads; further rows are fetched when they are asked for. */
export function tableView(id, one) {
  const place = el('div', {});
  const path = `/api/runs/${id}/tables/${encodeURIComponent(one.name)}`;
  const show = async (offset) => {
    try {
      const page = await ask('GET', `${path}?offset=${offset}&limit=${ROWS}`);
      const columns = page.columns.map((name) => (one.primary_key ?? []).includes(name) ? `🔑 ${name}` : name);
      const last = Math.min(page.total, offset + ROWS);
      place.replaceChildren(
        el('div', { class: 'row' },
          el('strong', {}, `${one.name}: ${page.total} rows, ${page.columns.length} columns`),
          button('Earlier rows', offset > 0, () => show(Math.max(0, offset - ROWS))),
          button('Further rows', last < page.total, () => show(offset + ROWS)),
          button('CSV', true, () => download(`${path}.csv`)),
          button('Manifest', true, () => download(`${path}.manifest`))),
        table(page.total === 0 ? `${one.name}: no rows` : `${one.name}, rows ${offset + 1} to ${last}`, columns, page.rows));
    } catch (error) {
      place.replaceChildren(el('p', { class: 'help' }, words(error)));
    }
  };
  show(0);
  return place;
}

function button(label, isEnabled, onclick) {
  return el('button', { type: 'button', disabled: !isEnabled, onclick }, label);
}
