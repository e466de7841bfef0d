// The live log: what was asked and answered, as rows. Only the last rows that match are in the page.

import { ask } from './api.js';
import { check } from './controls.js';
import { el } from './dom.js';
import { asCurl, exchange } from './exchange.js';

const MOST_KEPT = 5000;
const MOST_SHOWN = 200;
const PAUSE_MS = 250;

/** A log of the run `id`: feed it with `on(type, data)`, show it with `view()`. */
export function liveLog(id) {
  const rows = [];
  const body = el('tbody', {});
  const count = el('p', { class: 'help' });
  const detail = el('div', {});
  const filter = el('input', { type: 'text', value: '', placeholder: 'orders, 404, error …', 'aria-label': 'Show only lines with' });
  const table = el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Requests' },
    el('table', {}, el('thead', {}, el('tr', {}, ['#', 'Purpose', 'Method', 'URL', 'Status', 'Bytes', 'ms'].map((name) => el('th', { scope: 'col' }, name)))), body));
  let isFollowing = true;
  let timer = 0;

  const open = async (n) => {
    try {
      const one = await ask('GET', `/api/runs/${id}/exchanges/${n}`);
      const copy = el('button', { type: 'button', onclick: () => navigator.clipboard?.writeText(asCurl(one)) }, 'Copy as cURL');
      detail.replaceChildren(exchange(one, true), el('div', { class: 'row' }, copy));
    } catch (error) {
      detail.replaceChildren(el('p', { class: 'help' }, error.message));
    }
  };

  const draw = () => {
    timer = 0;
    const word = filter.value.toLowerCase();
    const matching = word === '' ? rows : rows.filter((row) => row.words.includes(word));
    body.replaceChildren(...matching.slice(-MOST_SHOWN).map((row) => el('tr', { class: row.isFault ? 'fault' : null },
      row.cells.map((cell, i) => el('td', { title: String(cell) },
        i === 0 && row.n !== undefined ? el('button', { type: 'button', class: 'link', 'aria-label': `Show request ${row.n}`, onclick: () => open(row.n) }, String(cell)) : String(cell))))));
    count.textContent = matching.length > MOST_SHOWN ? `The last ${MOST_SHOWN} of ${matching.length} lines.` : `${matching.length} lines.`;
    if (isFollowing) {
      table.scrollTop = table.scrollHeight;
    }
  };
  const soon = () => {
    timer = timer || setTimeout(draw, PAUSE_MS);
  };
  filter.addEventListener('input', soon);

  return {
    on(type, data) {
      const row = line(type, data);
      if (row) {
        row.words = row.cells.join(' ').toLowerCase();
        rows.push(row);
        rows.splice(0, rows.length - MOST_KEPT);
        soon();
      }
    },
    view() {
      draw();
      return [el('div', { class: 'row' }, filter, check('Follow the end', isFollowing, (value) => { isFollowing = value; draw(); })), table, count, detail];
    },
  };
}

function line(type, data) {
  switch (type) {
    case 'response': {
      const isFault = data.error !== undefined || data.status >= 400;
      return { n: data.n, isFault, cells: [data.n, data.purpose, data.method, data.url, isFault ? `✕ ${data.status ?? data.error}` : data.status, data.bytes ?? '', data.ms] };
    }
    case 'retry': return { isFault: true, cells: ['', `again in ${data.pause_ms} ms`, '', data.reason, '', '', ''] };
    case 'log': return { isFault: data.level === 'error', cells: ['', data.level, '', data.message, '', '', ''] };
    case 'gap': return { isFault: false, cells: ['', '', '', `… ${data.to - data.from + 1} events left out`, '', '', ''] };
    default: return null;
  }
}
