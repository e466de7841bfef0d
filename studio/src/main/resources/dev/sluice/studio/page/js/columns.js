// A mapping as a grid of columns, with child tables in it.

import { json } from './controls.js';
import { at, edit, hasNumbers, put, renaming, step } from './document.js';
import { el } from './dom.js';
import { free, objectAt } from './names.js';
import { attempt, part, slot } from './part.js';
import { bin } from './rows.js';

const KINDS = [['column', 'Column'], ['user', 'User or parent value'], ['table', 'Child table']];
const HEADS = ['Source path', 'Kind', 'Column or table', 'Key', 'As JSON', 'Delimiter'];

/** The rows of a mapping; `draw()` draws them again. */
export function columnGrid(place, title, draw) {
  const mapping = objectAt(place);
  if (mapping === null) {
    return json(`${title}: ${place}`, at(place), (value) => put(place, value).then(draw));
  }
  const fault = el('div', {});
  const act = (work) => attempt(fault, async () => { await work(); draw(); });
  const paths = Object.keys(mapping);
  return [
    paths.length === 0 ? el('p', { class: 'empty' }, 'No columns yet.') : el('table', { class: 'grid columns', 'aria-label': `Columns of ${title}` },
      el('thead', {}, el('tr', {}, HEADS.map((head) => el('th', { scope: 'col' }, head)), el('th', { scope: 'col' }, el('span', { class: 'quiet' }, 'Actions')))),
      el('tbody', {}, paths.map((path, i) => rowOf({ place, path, i, paths, act, draw })))),
    fault,
    el('button', { type: 'button', class: 'add', onclick: () => act(() => put(`${place}/${step(free('column', paths))}`, free('column', paths))) }, `+ Add column to ${title}`),
  ];
}

function kindOf(item) {
  if (typeof item === 'string') {
    return 'column';
  }
  if (item === null || typeof item !== 'object' || Array.isArray(item)) {
    return 'other';
  }
  return { undefined: 'column', '': 'column', column: 'column', user: 'user', table: 'table' }[String(item.type)] ?? 'other';
}

function rowOf(row) {
  const item = at(`${row.place}/${step(row.path)}`);
  const here = `${row.place}/${step(row.path)}`;
  const kind = kindOf(item);
  if (kind === 'other') {
    return el('tr', {}, el('td', { colspan: '6' }, json(`${row.path}: ${here}`, item, (value) => row.act(() => put(here, value)))), acts(row, here));
  }
  const isTable = kind === 'table';
  const main = el('tr', {},
    el('td', { 'data-label': HEADS[0] }, pathInput(row)),
    el('td', { 'data-label': HEADS[1] }, kindSelect(row, here, item, kind)),
    el('td', { 'data-label': HEADS[2] }, nameInput(row, here, item, isTable), slot(here)),
    el('td', { 'data-label': HEADS[3] }, isTable ? '' : tick(`${row.path} is in the primary key`, item?.mapping?.primaryKey, (value) => row.act(() => option(here, item, ['mapping', 'primaryKey'], value)))),
    el('td', { 'data-label': HEADS[4] }, kind === 'column' ? tick(`Keep ${row.path} as JSON text`, item?.forceType, (value) => row.act(() => option(here, item, ['forceType'], value))) : ''),
    el('td', { 'data-label': HEADS[5] }, kind === 'user' ? '' : line(`Delimiter of ${row.path}`, item?.delimiter, (value) => row.act(() => option(here, item, ['delimiter'], value)), '.')),
    acts(row, here));
  return isTable ? [main, el('tr', { class: 'child' }, el('td', { colspan: '7' }, childTable(row, here, item)))] : main;
}

function pathInput({ place, path, act }) {
  return line(`Source path of ${path}`, path, (typed) => act(async () => {
    if (typed === '' || typed === path) {
      return;
    }
    if (Object.hasOwn(at(place), typed)) {
      throw { message: `There is a column from ${typed} already.` };
    }
    await edit(() => renaming(place, path, typed));
  }));
}

function kindSelect({ path, act }, here, item, kind) {
  const select = el('select', { 'aria-label': `Kind of ${path}` }, KINDS.map(([key, name]) => el('option', { value: key, selected: key === kind }, name)));
  const name = nameOf(item) || path;
  select.addEventListener('change', () => act(() => put(here, {
    column: name, user: { type: 'user', mapping: { destination: name } }, table: { type: 'table', destination: name, tableMapping: {} },
  }[select.value])));
  return select;
}

function nameOf(item) {
  return typeof item === 'string' ? item : (item?.destination ?? item?.mapping?.destination ?? '');
}

function nameInput({ path, act }, here, item, isTable) {
  return line(`${isTable ? 'Table' : 'Column'} of ${path}`, nameOf(item), (typed) => act(() => {
    if (typeof item === 'string') {
      return put(here, typed);
    }
    return put(isTable ? `${here}/destination` : `${here}/mapping/destination`, typed);
  }));
}

/** An option makes the long form of a column that was a text. */
function option(here, item, path, value) {
  const isSet = value !== false && value !== '';
  if (typeof item !== 'string') {
    return put(`${here}/${path.join('/')}`, isSet ? value : undefined);
  }
  const mapping = { destination: item };
  return path[0] === 'mapping' ? put(here, { mapping: { ...mapping, [path[1]]: value } }) : put(here, { mapping, [path[0]]: value });
}

function line(label, value, on, hint = '') {
  const input = el('input', { type: 'text', value: typeof value === 'string' ? value : '', 'aria-label': label, placeholder: hint, spellcheck: 'false', autocomplete: 'off' });
  input.addEventListener('change', () => on(input.value.trim()));
  return input;
}

function tick(label, value, on) {
  const input = el('input', { type: 'checkbox', checked: Boolean(value), 'aria-label': label });
  input.addEventListener('change', () => on(input.checked));
  return input;
}

function acts({ place, path, i, paths, act }, here) {
  const isFixed = hasNumbers(at(place));
  const move = (label, mark, to) => el('button', { type: 'button', class: 'icon', 'aria-label': label, title: label, disabled: isFixed || to < 0 || to >= paths.length, onclick: () => act(() => moved(place, paths, i, to)) }, mark);
  return el('td', { class: 'acts' },
    move(`Move ${path} up`, '↑', i - 1), move(`Move ${path} down`, '↓', i + 1),
    bin(`Remove ${path}`, () => act(() => put(here, undefined))));
}

/** The order of the columns is that of the table. */
function moved(place, paths, from, to) {
  const order = [...paths];
  order.splice(to, 0, ...order.splice(from, 1));
  const mapping = at(place);
  return edit([{ pointer: place, value: Object.fromEntries(order.map((path) => [path, mapping[path]])) }]);
}

/** What a child table has besides: the column that leads to its parent, and its own columns. */
function childTable({ path, act }, here, item) {
  const key = (name, value) => act(() => put(`${here}/parentKey/${name}`, value === '' || value === false ? undefined : value));
  const labelled = (label, control) => el('label', { class: 'check' }, control, label);
  return el('div', { class: 'nested' },
    el('div', { class: 'row' },
      el('label', {}, 'Parent key column ', line(`Parent key column of ${path}`, item.parentKey?.destination, (value) => key('destination', value), 'TABLE_pk')),
      labelled('Parent key is in the primary key', tick(`Parent key of ${path} is in the primary key`, item.parentKey?.primaryKey, (value) => key('primaryKey', value))),
      labelled('No parent key', tick(`No parent key in ${path}`, item.parentKey?.disable, (value) => key('disable', value)))),
    part((draw) => columnGrid(`${here}/tableMapping`, nameOf(item) || path, draw)));
}
