// A run of the saved configuration: events as they come, tables, downloads, and the runs before it.

import { ask, download, events } from './api.js';
import { choice } from './controls.js';
import { current, save } from './document.js';
import { announce, box, card, el, words } from './dom.js';
import { show } from './dock.js';
import { liveLog } from './log.js';
import { tableView } from './tables.js';

const ANNOUNCE_MS = 2000;
let state = 'first';

export async function run() {
  try {
    if (!current().isSaved) {
      await save();
    }
    const { id } = await ask('POST', '/api/runs', { state });
    await follow(id);
  } catch (error) {
    show('Run', [['Result', () => box('error', words(error))]]);
  }
}

async function follow(id) {
  const log = liveLog(id);
  const summary = el('p', { role: 'status' });
  const cancel = el('button', { type: 'button', onclick: () => ask('DELETE', `/api/runs/${id}`) }, 'Cancel');
  let end = null;
  let told = 0;
  const view = show('Run', [['Tables', () => [summary, ...result(end)]], ['Live log', log.view], ['Command', command]], cancel);
  await events(`/api/runs/${id}/events`, (type, data) => {
    log.on(type, data);
    if (type === 'progress') {
      const counts = `${data.pages} pages, ${data.rows} rows, ${data.requests} requests`;
      summary.textContent = counts;
      if (Date.now() - told > ANNOUNCE_MS) {
        told = Date.now();
        announce(counts);
      }
    }
    end = type === 'run_finished' ? data : end;
  });
  cancel.hidden = true;
  summary.textContent = '';
  view.refresh();
  announce(`Run ${end?.status}: ${end?.rows} rows`);
}

/** What came of a run. */
function result(end) {
  if (!end) {
    return [];
  }
  const tables = end.tables ?? [];
  const sum = `${end.status}: ${end.rows} rows in ${tables.length} tables, ${end.requests} requests, ${(end.duration_ms / 1000).toFixed(1)} s`;
  return [
    end.error ? box('error', words(end.error)) : box(end.status === 'success' ? 'good' : 'warning', sum),
    end.status === 'success' ? el('div', { class: 'row' }, el('button', { type: 'button', onclick: () => download(`/api/runs/${end.id}/out.zip`) }, 'Download ZIP')) : null,
    ...(end.status === 'success' ? tables.map((one) => tableView(end.id, one)) : []),
  ].filter(Boolean);
}

function command() {
  const lines = el('pre', { tabindex: '0' }, '…');
  ask('GET', '/api/command').then((answer) => { lines.textContent = answer.lines.join('\n'); });
  return lines;
}

/** The screen of the runs so far, and where the next one begins. */
export function runsScreen() {
  const list = el('div', {});
  ask('GET', '/api/runs').then(({ runs }) => {
    list.replaceChildren(...(runs.length ? runs.map(past) : [el('p', { class: 'help' }, 'No run yet.')]));
  }, (error) => list.replaceChildren(box('error', words(error))));
  return [
    el('h1', {}, 'Runs'),
    card('The next run', choice('Begins', state, [['first', 'as the first run'], ['continue', 'where the last run ended (in/state.json)']],
      (value) => { state = value; }, 'Functions that refer to the last run see its time.')),
    card('The last runs', list),
  ];
}

function past(one) {
  const place = el('div', {});
  const status = { success: '✓ success', error: '✕ error', cancelled: '■ cancelled', running: '… running', defect: '✕ defect' }[one.status] ?? one.status;
  const compare = async () => {
    const { text, diff } = await ask('GET', `/api/runs/${one.id}/config`);
    place.replaceChildren(el('pre', { tabindex: '0' }, diff || `The configuration is the same now.\n\n${text}`));
  };
  return el('section', { class: 'past' },
    el('div', { class: 'row' },
      el('strong', {}, `Run ${one.id}`), el('span', {}, status), el('span', {}, new Date(one.started).toLocaleString()),
      el('span', {}, `${one.rows} rows, ${one.requests} requests, ${((one.duration_ms ?? 0) / 1000).toFixed(1)} s`),
      one.status === 'success' ? el('button', { type: 'button', onclick: () => show(`Run ${one.id}`, [['Tables', () => result(one)]]) }, 'Tables') : null,
      el('button', { type: 'button', onclick: () => compare().catch((error) => place.replaceChildren(box('error', words(error)))) }, 'Configuration and changes since')),
    one.error ? box('error', words(one.error)) : null, place);
}
