// A test: a bounded run of the real engine, and what it found.

import { ask } from './api.js';
import { current, edit } from './document.js';
import { announce, box, el, table, words } from './dom.js';
import { show } from './dock.js';
import { pointer } from './endpoints.js';
import { exchange } from './exchange.js';

const MOST_RECORDS = 50;

export function testButton(place) {
  const cancel = el('button', { type: 'button', hidden: true }, 'Cancel');
  const button = el('button', { type: 'button', class: 'primary', id: 'test', onclick: () => test(place, button, cancel) }, 'Send request');
  return el('div', { class: 'row' }, button, cancel);
}

async function test(place, button, cancel) {
  const id = `t${Date.now()}`;
  button.disabled = true;
  cancel.hidden = false;
  cancel.onclick = () => ask('DELETE', `/api/tests/${id}`);
  show('Test', [['Working', () => el('p', {}, 'Sending requests …')]]);
  try {
    const answer = await ask('POST', '/api/actions/test_request', { text: current().text, inputs: { __SELECTED_JOB: place }, id });
    shown(place, answer);
  } catch (error) {
    show('Test', [['Result', () => box('error', words(error))]]);
  }
  button.disabled = false;
  cancel.hidden = true;
}

function shown(place, answer) {
  const result = answer.result ?? {};
  const tables = result.tables ?? [];
  const exchanges = result.exchanges ?? [];
  const fault = answer.error ? [box('error', words(answer.error))] : [];
  const lists = choices(place, result);
  const notes = (result.warnings ?? []).map((line) => box('warning', line));
  show('Test', [
    [`Tables (${tables.length})`, () => [...fault, ...lists, ...notes, ...tables.map((one) => table(`${one.name}: ${one.rows} rows, ${one.columns.length} columns`, one.columns, one.preview))]],
    [`Records (${(result.records ?? []).length})`, () => el('pre', {}, JSON.stringify((result.records ?? []).slice(0, MOST_RECORDS), null, 2))],
    [`Requests (${exchanges.length})`, () => exchanges.map((one) => exchange(one))],
    ['Debug log', () => el('pre', { tabindex: '0' }, result.debug_log ?? '')],
  ]);
  announce(answer.error ? words(answer.error) : `Test done: ${tables.length} tables, ${exchanges.length} requests`);
}

/** "Where are the records?": the lists of the response, when none was taken. */
function choices(place, result) {
  let data;
  try {
    data = typeof result.response?.data === 'string' ? JSON.parse(result.response.data) : result.response?.data;
  } catch {
    return [];
  }
  if ((result.records ?? []).length > 0 || data === null || typeof data !== 'object' || Array.isArray(data)) {
    return [];
  }
  const lists = Object.entries(data).filter(([, value]) => Array.isArray(value));
  return lists.length === 0 ? [] : [box('warning', 'Where are the records?', el('div', { class: 'row' }, lists.map(([key, value]) =>
    el('button', { type: 'button', onclick: () => edit([{ pointer: `${pointer(place)}/dataField`, value: key }]) }, `${key} (${value.length})`))))];
}
