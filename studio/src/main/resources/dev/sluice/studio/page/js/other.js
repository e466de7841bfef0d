// "Other settings": the keys of a place that no form knows, each as JSON. Nothing is lost because a form can't show it.

import { json, text } from './controls.js';
import { at, put, step } from './document.js';
import { el } from './dom.js';
import { attempt, part, slot } from './part.js';
import { bin } from './rows.js';

/** A folded card about the keys at a pointer other than those known; hidden ones are left to others. */
export function otherSettings(pointer, known, title = 'Other settings') {
  return part((draw) => {
    const value = at(pointer);
    const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
    const keys = isObject ? Object.keys(value).filter((key) => !known.includes(key)) : [];
    const fault = el('div', {});
    const act = (work) => attempt(fault, async () => { await work(); draw(); });
    return el('details', { class: 'card', open: keys.length > 0 },
      el('summary', {}, el('h2', {}, keys.length ? `${title} (${keys.length})` : title)),
      el('p', { class: 'help' }, `Keys of ${pointer} that have no field of their own.`),
      keys.map((key) => el('div', { class: 'other' },
        json(key, value[key], (next) => act(() => put(`${pointer}/${step(key)}`, next))),
        slot(`${pointer}/${step(key)}`),
        bin(`Remove ${key}`, () => act(() => put(`${pointer}/${step(key)}`, undefined))))),
      fault,
      adder(pointer, act));
  });
}

function adder(pointer, act) {
  const field = text('Add a key', '', (typed) => {
    const key = typed.trim();
    return key === '' ? null : act(async () => {
      if (at(`${pointer}/${step(key)}`) !== undefined) {
        throw { message: `There is ${key} already.` };
      }
      await put(`${pointer}/${step(key)}`, '');
    });
  });
  return field;
}
