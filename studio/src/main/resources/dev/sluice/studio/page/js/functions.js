// Functions of configurations: templates to begin with, an editor, and a test of what one gives.

import { ask } from './api.js';
import { json } from './controls.js';
import { current } from './document.js';
import { dialog } from './dialog.js';
import { box, el, field, words } from './dom.js';

const fn = (name, ...args) => ({ function: name, args });
const CURRENT = { time: 'currentStart' };
const PREVIOUS = { time: 'previousStart' };
const ago = (text, from = CURRENT) => fn('strtotime', text, from);
const SECONDS = 'Y-m-d H:i:s';

const TEMPLATES = {
  'Date & time': [
    ['X - Days Ago in Y-m-d format', fn('date', 'Y-m-d', ago('-2 day'))],
    ['X - Days Ago in Y-m-d H:i:s format', fn('date', SECONDS, ago('-2 day'))],
    ['Relative Timestamp in ISO 8601 format', fn('date', 'Y-m-d\\TH:i:sP', ago('-2 day'))],
    ['Relative Date in Y-m-dT00:00:00.000Z format', fn('concat', fn('date', 'Y-m-d', ago('-1 day')), 'T00:00:00.000Z')],
    ['Current Time in Y-m-d H:i:s format', fn('date', SECONDS)],
    ['Date in Y-m-d H:i:s format', fn('date', SECONDS, CURRENT)],
    ['Previous Start in Y-m-d H:i:s format', fn('date', SECONDS, PREVIOUS)],
    ['Previous Start in Unix Timestamp (Epoch)', PREVIOUS],
    ['Current time as Unix timestamp', fn('time')],
    ['Relative time as Unix timestamp', ago('-7 days')],
  ],
  Text: [
    ['Join with separator', fn('implode', ',', ['apples', 'oranges', 'plums'])],
    ['Join', fn('concat', 'Hen', 'Or', 'Egg')],
    ['Filter expression', fn('concat', '=updatedAt', '>=', fn('date', 'd-m-Y', ago('-3 day', PREVIOUS)))],
    ['Formatted text', fn('sprintf', 'Three %s are %.2f %s.', 'apples', 0.5, 'plums')],
    ['Value or default', fn('ifempty', '', 'Banzai')],
  ],
  Encoding: [
    ['MD5', fn('md5', 'text')], ['SHA-1', fn('sha1', 'text')], ['Base64', fn('base64_encode', 'text')],
    ['HMAC', fn('hash_hmac', 'sha256', 'value', 'key')],
  ],
};

/** Whether a value is computed when the configuration runs. */
export function isFunction(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && ('function' in value || 'time' in value);
}

/** A function on one line, for people: `date("Y-m-d", ‹currentStart›)`. */
export function brief(value) {
  if (Array.isArray(value)) {
    return `[${value.map(brief).join(', ')}]`;
  }
  if (value === null || typeof value !== 'object' || value.rawJSON) {
    return JSON.stringify(value);
  }
  if ('function' in value) {
    return `${value.function}(${(Array.isArray(value.args) ? value.args : []).map(brief).join(', ')})`;
  }
  const known = ['attr', 'time', 'response', 'authorization', 'consumer', 'user', 'param', 'query'].find((key) => key in value);
  return known ? `‹${value[known]}›` : JSON.stringify(value);
}

/** Templates, the function as JSON, and "Test your function"; `on(value)` gets each change. */
export function functionEditor(value, on) {
  let now = value;
  const area = el('div', {});
  const write = (next) => { now = next; on(next); };
  const show = () => area.replaceChildren(json('Function (JSON)', now, write, '{"attr": "name"} stands for a user parameter, {"time": "currentStart"} for the time of the run.'));
  const select = el('select', {}, el('option', { value: '' }, 'Select from predefined function templates'),
    Object.entries(TEMPLATES).map(([group, list]) => el('optgroup', { label: group }, list.map(([name], i) => el('option', { value: `${group}/${i}` }, name)))));
  select.addEventListener('change', () => {
    const [group, i] = select.value.split('/');
    if (i !== undefined) {
      write(TEMPLATES[group][i][1]);
      show();
    }
  });
  show();
  return el('div', {}, field('Template', select), area, tester(() => now));
}

function tester(value) {
  const result = el('div', {});
  const button = el('button', {
    type: 'button', class: 'link',
    onclick: async () => {
      button.textContent = 'Processing...';
      button.disabled = true;
      try {
        const answer = await ask('POST', '/api/actions/perform_function', { text: current().text, inputs: { __FUNCTION_CFG: value() } });
        result.replaceChildren(answer.status === 'ok' ? good(answer.result) : box('error', words(answer.error)));
      } catch (error) {
        result.replaceChildren(box('error', words(error)));
      }
      button.textContent = 'Test your function';
      button.disabled = false;
    },
  }, 'Test your function');
  return el('div', { class: 'field' }, button, result);
}

function good(answer) {
  const value = answer !== null && typeof answer === 'object' && 'result' in answer ? answer.result : answer;
  return el('div', { class: 'box good', role: 'status' }, el('p', {}, el('strong', {}, 'Function result')), el('pre', {}, typeof value === 'string' ? value : JSON.stringify(value, null, 2)));
}

/** A dialog about one function; gives the new one, or undefined when it was left. */
export function askFunction(title, value) {
  let now = isFunction(value) ? value : fn('concat', typeof value === 'string' ? value : '');
  return dialog(title, (close) => [
    functionEditor(now, (next) => { now = next; }),
    el('div', { class: 'row end' }, el('button', { type: 'button', onclick: () => close() }, 'Cancel'),
      el('button', { type: 'button', class: 'primary', onclick: () => close(now) }, 'Use this function')),
  ]);
}
