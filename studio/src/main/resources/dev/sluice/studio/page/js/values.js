// A value of a parameter, header or column: a text, a user parameter, a function, or any JSON.

import { isMarker, json } from './controls.js';
import { parseJson } from './document.js';
import { el } from './dom.js';
import { askFunction, brief, isFunction } from './functions.js';
import { userParameters } from './names.js';
import { createParameter } from './parameters.js';
import { part } from './part.js';

const KINDS = [['text', 'Text'], ['parameter', 'User parameter'], ['function', 'Function'], ['response', 'From the response'], ['json', 'JSON']];
const NEW = '\n';

function kindOf(value) {
  if (value === undefined || typeof value === 'string') {
    return 'text';
  }
  if (isOnly(value, 'attr')) {
    return 'parameter';
  }
  if (isOnly(value, 'response')) {
    return 'response';
  }
  return isFunction(value) ? 'function' : 'json';
}

function isOnly(value, key) {
  return value !== null && typeof value === 'object' && Object.keys(value).length === 1 && typeof value[key] === 'string';
}

/** What a value becomes when another kind is chosen. */
function started(kind, value) {
  const text = typeof value === 'string' && !isMarker(value) ? value : '';
  switch (kind) {
    case 'text': return text;
    case 'parameter': return { attr: userParameters()[0] ?? '' };
    case 'response': return { response: text || 'access_token' };
    case 'function': return { function: 'concat', args: [text] };
    default: return value ?? '';
  }
}

/** The cell; `pointer` names the place when it can only be shown as JSON, `hasResponse` offers a path into a login's answer. */
export function valueCell({ label, value, pointer = '', on, hasResponse = false }) {
  let now = value;
  let kind = kindOf(value);
  return part((draw) => {
    const set = (next) => { now = next; return on(next); };
    const select = el('select', { 'aria-label': `Kind of ${label}`, class: 'kind' },
      KINDS.filter(([key]) => key !== 'response' || hasResponse || kind === 'response').map(([key, name]) => el('option', { value: key, selected: key === kind }, name)));
    select.addEventListener('change', async () => {
      kind = select.value;
      if (kind !== 'json' && !(kind === 'parameter' && userParameters().length === 0)) {
        set(started(kind, now));
      }
      draw();
    });
    return [select, editor(kind, label, pointer, now, set, draw)];
  }, { class: 'value' });
}

function editor(kind, label, pointer, value, set, draw) {
  switch (kind) {
    case 'parameter': return parameterSelect(label, value?.attr, set, draw);
    case 'function': return el('button', { type: 'button', class: 'function', 'aria-label': `${brief(value)}: function of ${label}`, onclick: async () => {
      const next = await askFunction(label, value);
      if (next !== undefined) {
        await set(next);
        draw();
      }
    } }, brief(value));
    case 'response': return line(label, value?.response ?? '', (text) => set({ response: text }), 'path in the answer');
    case 'json': return value === null || typeof value !== 'object' || value.rawJSON ? scalar(label, value, set) : json(pointer || label, value, set);
    default: return line(label, value ?? '', set, '');
  }
}

function line(label, value, set, hint) {
  const isSecret = isMarker(value);
  const input = el('input', { type: isSecret ? 'password' : 'text', value: isSecret ? '' : value, placeholder: isSecret ? '•••••••• (kept; type to replace it)' : hint, 'aria-label': label, autocomplete: 'off', spellcheck: 'false' });
  input.addEventListener('change', () => (isSecret && input.value === '' ? null : set(input.value)));
  return input;
}

/** A number, true, false or null on a line; what is no JSON is said. */
function scalar(label, value, set) {
  const input = line(label, value?.rawJSON ?? JSON.stringify(value ?? ''), () => {}, '');
  const note = el('p', { class: 'finding error', role: 'alert' });
  input.addEventListener('change', () => {
    try {
      note.textContent = '';
      input.removeAttribute('aria-invalid');
      set(parseJson(input.value));
    } catch (error) {
      note.textContent = `Error: This is not JSON: ${error.message}`;
      input.setAttribute('aria-invalid', 'true');
    }
  });
  return el('div', {}, input, note);
}

function parameterSelect(label, chosen, set, draw) {
  const names = userParameters();
  const all = chosen === undefined || names.includes(chosen) ? names : [...names, chosen];
  const select = el('select', { 'aria-label': label },
    chosen === undefined ? el('option', { value: '' }, 'Select or create new parameter') : null,
    all.map((name) => el('option', { value: name, selected: name === chosen }, names.includes(name) ? name : `${name} (not a user parameter)`)),
    el('option', { value: NEW }, 'Create a new parameter …'));
  select.addEventListener('change', async () => {
    const name = select.value === NEW ? await createParameter() : select.value;
    if (name) {
      await set({ attr: name });
    }
    draw();
  });
  return select;
}
