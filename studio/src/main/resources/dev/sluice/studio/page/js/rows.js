// An object as rows of key and value, each with its own change: add, rename, remove.

import { json } from './controls.js';
import { at, edit, put, renaming, step } from './document.js';
import { el } from './dom.js';
import { objectAt } from './names.js';
import { attempt, part, slot } from './part.js';
import { valueCell } from './values.js';

/** Rows of an object in the document; `isAlone`: the card says what they are; `after()` is called when one was changed. */
export function rows({ title, pointer, keyLabel = 'Key', add = 'Add row', hasResponse = false, help = '', isAlone = false, after = () => {} }) {
  const store = {
    read: () => objectAt(pointer),
    put: (key, value) => put(`${pointer}/${step(key)}`, value),
    rename: (from, to) => edit(() => renaming(pointer, from, to)),
    remove: (key) => edit(() => (Object.keys(objectAt(pointer) ?? {}).length <= 1 ? [{ pointer, remove: true }] : [{ pointer: `${pointer}/${step(key)}`, remove: true }])),
    pointer,
    after,
  };
  return part((draw) => [
    el('div', { class: isAlone ? 'quiet' : 'legend' }, title),
    help ? el('p', { class: 'help' }, help) : null,
    store.read() === null
      ? json(`${title}: ${pointer}`, at(pointer), (value) => put(pointer, value), 'Something else than rows; edited as JSON.')
      : table(store, { title, keyLabel, add, hasResponse }, draw),
    slot(pointer),
  ], { class: 'rows' });
}

/** Rows of an object that a form of the server holds: `on(object)` gets the whole one. */
export function freeRows({ title, value, on, keyLabel = 'Key', add = 'Add row', hasResponse = false, help = '' }) {
  let now = { ...value };
  const keep = (next) => { now = next; return on(next); };
  const store = {
    read: () => now,
    put: (key, one) => keep({ ...now, [key]: one }),
    rename: (from, to) => keep(Object.fromEntries(Object.entries(now).map(([key, one]) => [key === from ? to : key, one]))),
    remove: (key) => keep(Object.fromEntries(Object.entries(now).filter(([one]) => one !== key))),
    pointer: '',
    after: () => {},
  };
  return part((draw) => [el('div', { class: 'legend' }, title), help ? el('p', { class: 'help' }, help) : null, table(store, { title, keyLabel, add, hasResponse }, draw)], { class: 'rows' });
}

function table(store, { title, keyLabel, add, hasResponse }, draw) {
  const fault = el('div', {});
  const entries = Object.entries(store.read());
  const act = (work) => attempt(fault, async () => { await work(); draw(); store.after(); });
  const body = el('tbody', {}, entries.map(([key, value]) => row(store, key, value, { title, act, hasResponse, fault })));
  const head = el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, keyLabel), el('th', { scope: 'col' }, 'Value'), el('th', { scope: 'col' }, el('span', { class: 'quiet' }, 'Actions'))));
  const whole = el('table', { class: 'grid', 'aria-label': title, hidden: entries.length === 0 }, head, body);
  const fresh = () => {
    whole.hidden = false;
    const made = draft(store, title, act, fault);
    body.append(made);
    made.querySelector('input').focus();
  };
  return [whole, fault, el('button', { type: 'button', class: 'add', onclick: fresh }, `+ ${add}`)];
}

function row(store, key, value, { title, act, hasResponse, fault }) {
  const name = el('input', { type: 'text', value: key, 'aria-label': `${title}: key`, spellcheck: 'false' });
  name.addEventListener('change', () => act(async () => {
    const to = name.value.trim();
    if (to !== '' && to !== key) {
      refuseTaken(store, to);
      await store.rename(key, to);
    }
  }));
  const pointer = `${store.pointer}/${step(key)}`;
  return el('tr', {},
    el('td', { 'data-label': 'Key' }, name),
    el('td', { 'data-label': 'Value' }, valueCell({ label: `${title}: value of ${key}`, value, pointer, hasResponse, on: (next) => attempt(fault, () => store.put(key, next).then(store.after)) }),
      store.pointer ? slot(pointer) : null),
    el('td', {}, bin(`Remove ${key}`, () => act(() => store.remove(key)))));
}

/** A row that stands in the document once it has a key. */
function draft(store, title, act, fault) {
  const name = el('input', { type: 'text', 'aria-label': `${title}: new key`, spellcheck: 'false' });
  const whole = el('tr', {},
    el('td', { 'data-label': 'Key' }, name),
    el('td', { 'data-label': 'Value', class: 'help' }, 'Give it a key first.'),
    el('td', {}, bin('Remove the new row', () => { whole.remove(); fault.replaceChildren(); })));
  name.addEventListener('change', async () => {
    const key = name.value.trim();
    if (key !== '') {
      const table = whole.closest('table');
      const holder = table.parentElement;
      await act(async () => {
        refuseTaken(store, key);
        await store.put(key, '');
      });
      const made = [...holder.querySelectorAll('td input')].find((one) => one.getAttribute('aria-label') === `${title}: value of ${key}`);
      made?.focus();
    }
  });
  return whole;
}

function refuseTaken(store, key) {
  if (Object.hasOwn(store.read(), key)) {
    throw { message: `There is a row ${key} already.` };
  }
}

/** A button that takes something away. */
export function bin(label, act) {
  return el('button', { type: 'button', class: 'icon', 'aria-label': label, title: label, onclick: act }, '✕');
}
