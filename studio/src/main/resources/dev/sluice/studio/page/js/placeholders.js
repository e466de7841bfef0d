// Placeholders of a child endpoint: which value of a parent's row takes the place of `{name}` in its path.

import { at, edit, put, step } from './document.js';
import { card, el } from './dom.js';
import { flat, name, parentOf } from './endpoints.js';
import { bound } from './form.js';
import { askFunction, brief } from './functions.js';
import { objectAt } from './names.js';
import { attempt, part, redraw, slot } from './part.js';
import { bin } from './rows.js';

const LEVELED = /^(\d+):(.*)$/s;

export function placeholderCard(here, place) {
  const holder = `${here}/placeholders`;
  if (objectAt(holder) === null) {
    return card('Placeholders', bound('json', 'Placeholders', holder));
  }
  return part((draw) => {
    const fault = el('div', {});
    const act = (work) => attempt(fault, async () => { await work(); draw(); });
    const given = objectAt(holder);
    const used = [...String(at(`${here}/endpoint`) ?? '').matchAll(/\{([^{}]+)\}/g)].map(([, key]) => key);
    const keys = [...new Set([...used, ...Object.keys(given)])];
    return card('Placeholders',
      el('p', { class: 'help' }, 'For each {name} in the URL path: where its value is in a row of the parent.'),
      keys.length === 0 ? el('p', { class: 'empty' }, 'The path has no {placeholder} yet.') : table(here, place, keys, given, act, fault),
      fault, slot(holder),
      el('button', { type: 'button', class: 'add', onclick: () => addOne(here, keys, act) }, '+ Add Placeholder'));
  });
}

/** A new placeholder goes into the path as well, so that it is used. */
function addOne(here, keys, act) {
  let key = 'id';
  for (let i = 2; keys.includes(key); i++) {
    key = `id${i}`;
  }
  const endpoint = String(at(`${here}/endpoint`) ?? '');
  return act(async () => {
    await edit([{ pointer: `${here}/placeholders/${step(key)}`, value: 'id' }, { pointer: `${here}/endpoint`, value: `${endpoint}${endpoint === '' || endpoint.endsWith('/') ? '' : '/'}{${key}}` }]);
    redraw();
  });
}

function table(here, place, keys, given, act, fault) {
  const heads = ['Key', 'Level', 'Response path', 'Function'];
  return el('table', { class: 'grid', 'aria-label': 'Placeholders' },
    el('thead', {}, el('tr', {}, heads.map((head) => el('th', { scope: 'col' }, head)), el('th', { scope: 'col' }, el('span', { class: 'quiet' }, 'Actions')))),
    el('tbody', {}, keys.map((key) => row(here, place, key, given[key], act, fault))));
}

function row(here, place, key, value, act, fault) {
  const holder = `${here}/placeholders/${step(key)}`;
  const [, level = '1', bare = key] = LEVELED.exec(key) ?? [];
  const isText = value === undefined || typeof value === 'string';
  const path = isText ? value ?? '' : value?.path ?? '';
  const input = el('input', { type: 'text', value: typeof path === 'string' ? path : '', 'aria-label': `Response path of ${key}`, spellcheck: 'false' });
  input.addEventListener('change', () => attempt(fault, () => put(isText ? holder : `${holder}/path`, input.value)));
  return el('tr', {},
    el('td', { 'data-label': 'Key' }, keyInput(here, key, level, bare, act)),
    el('td', { 'data-label': 'Level' }, levelSelect(here, place, key, level, bare, act)),
    el('td', { 'data-label': 'Response path' }, input, slot(holder)),
    el('td', { 'data-label': 'Function' }, functionCell(holder, key, value, path, act)),
    el('td', {}, bin(`Remove ${key}`, () => act(() => put(holder, undefined)))));
}

function keyInput(here, key, level, bare, act) {
  const input = el('input', { type: 'text', value: bare, 'aria-label': `Key of ${key}`, spellcheck: 'false' });
  input.addEventListener('change', () => input.value.trim() && act(() => rename(here, key, leveled(level, input.value.trim()))));
  return input;
}

function levelSelect(here, place, key, level, bare, act) {
  const names = ancestors(place);
  const most = Math.max(names.length, Number(level));
  const select = el('select', { 'aria-label': `Level of ${key}` },
    Array.from({ length: most }, (_, i) => el('option', { value: String(i + 1), selected: String(i + 1) === level }, `${['parent', 'grandparent'][i] ?? `level ${i + 1}`}${names[i] ? `: ${names[i]}` : ''}`)));
  select.addEventListener('change', () => act(() => rename(here, key, leveled(select.value, bare))));
  return select;
}

function leveled(level, bare) {
  return level === '1' ? bare : `${level}:${bare}`;
}

/** The names of the endpoints above, the nearest first. */
function ancestors(place) {
  const byPlace = new Map(flat().map((one) => [one.place, name(one.job)]));
  const names = [];
  for (let above = parentOf(place); above !== ''; above = parentOf(above)) {
    names.push(byPlace.get(above));
  }
  return names;
}

/** The key and the braces in the path are one name. */
async function rename(here, from, to) {
  const given = objectAt(`${here}/placeholders`);
  const endpoint = at(`${here}/endpoint`);
  if (from === to) {
    return;
  }
  if (Object.hasOwn(given, to)) {
    throw { message: `There is a placeholder ${to} already.` };
  }
  const renamed = Object.fromEntries(Object.entries(given).map(([key, value]) => [key === from ? to : key, value]));
  await edit([
    ...(Object.hasOwn(given, from) ? [{ pointer: `${here}/placeholders`, value: renamed }] : [{ pointer: `${here}/placeholders/${step(to)}`, value: '' }]),
    ...(typeof endpoint === 'string' ? [{ pointer: `${here}/endpoint`, value: endpoint.replaceAll(`{${from}}`, `{${to}}`) }] : []),
  ]);
  redraw();
}

function functionCell(holder, key, value, path, act) {
  const isText = value === undefined || typeof value === 'string';
  const { path: _, ...rest } = isText ? {} : value;
  const change = async () => {
    const next = await askFunction(`Function of ${key}`, isText ? { function: 'urlencode', args: [{ placeholder: 'value' }] } : rest);
    if (next !== undefined) {
      await act(() => put(holder, { path, ...next }));
    }
  };
  return [
    el('button', { type: 'button', class: 'function', 'aria-label': isText ? `none: add a function to ${key}` : `${brief(rest)}: function of ${key}`, onclick: change }, isText ? 'none' : brief(rest)),
    isText ? null : bin(`Remove the function of ${key}`, () => act(() => put(holder, path))),
  ];
}
