// The card "Mapping": the table's name, where the rows are, and which columns it has.

import { ask } from './api.js';
import { json, tags, text } from './controls.js';
import { columnGrid } from './columns.js';
import { at, current, edit, put, step, undo } from './document.js';
import { dialog, notice } from './dialog.js';
import { box, card, el, words } from './dom.js';
import { flat } from './endpoints.js';
import { bound } from './form.js';
import { CONFIG, objectAt } from './names.js';
import { attempt, part, redraw, slot } from './part.js';

const MAPPINGS = `${CONFIG}/mappings`;

/** The name under which an endpoint's mapping stands. */
function mappingName(here) {
  const { dataType, endpoint } = at(here) ?? {};
  return [dataType, endpoint].find((one) => typeof one === 'string' && one !== '') ?? '';
}

export function mappingCard(here) {
  const view = { isJson: false };
  return card('Mapping',
    el('div', { class: 'three' }, resultName(here), ...selector(here)),
    slot(`${here}/dataField`),
    part((draw) => columns(here, view, draw), { id: 'mapping' }));
}

/** A mapping that only this endpoint uses follows its name. */
function resultName(here) {
  const fault = el('div', {});
  const value = at(`${here}/dataType`);
  if (value !== undefined && typeof value !== 'string') {
    return bound('json', 'Result Name', `${here}/dataType`);
  }
  const field = text('Result Name', value, (typed) => attempt(fault, async () => {
    const before = mappingName(here);
    const name = typed.trim();
    const isShared = flat().filter(({ job }) => (job?.dataType || job?.endpoint) === before).length > 1;
    const isFollowing = name !== '' && !isShared && at(`${MAPPINGS}/${step(before)}`) !== undefined && at(`${MAPPINGS}/${step(name)}`) === undefined;
    await put(`${here}/dataType`, name === '' ? undefined : name);
    if (isFollowing) {
      await edit([{ pointer: `${MAPPINGS}/${step(name)}`, from: `${MAPPINGS}/${step(before)}` }]);
    }
    redraw();
  }), 'The table. Letters, digits, - and _.');
  field.querySelector('input').placeholder = mappingName(here);
  field.append(slot(`${here}/dataType`), fault);
  return field;
}

function selector(here) {
  const place = `${here}/dataField`;
  const value = at(place);
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
  if (value !== undefined && typeof value !== 'string' && !(isObject && [value.path, value.delimiter].every((one) => one === undefined || typeof one === 'string'))) {
    return [bound('json', 'Data Selector', place)];
  }
  const fault = el('div', {});
  const path = text('Data Selector', isObject ? value.path : value, (typed) => attempt(fault, () => {
    const now = at(place);
    if (typed === '') {
      return put(place, undefined);
    }
    return typeof now === 'object' ? put(`${place}/path`, typed) : put(place, typeof now === 'string' ? typed : { path: typed, delimiter: '.' });
  }), 'Where the rows are, such as data.items; . is the whole response.');
  path.querySelector('input').placeholder = 'found by itself';
  path.append(fault);
  const delimiter = text('JSON Path Delimiter', isObject ? value.delimiter : '', (typed) => attempt(fault, () => {
    const now = at(place);
    return typeof now === 'object' ? put(`${place}/delimiter`, typed === '' ? undefined : typed) : put(place, { path: now ?? '.', delimiter: typed || '.' });
  }), 'Between the steps of a path.');
  delimiter.querySelector('input').placeholder = '.';
  return [path, delimiter];
}

function columns(here, view, draw) {
  const name = mappingName(here);
  const place = `${MAPPINGS}/${step(name)}`;
  const mapping = at(place);
  const fault = el('div', {});
  const act = (work) => attempt(fault, async () => { await work(); draw(); });
  const toggle = el('input', { type: 'checkbox', checked: mapping !== undefined });
  toggle.addEventListener('change', () => act(() => (toggle.checked ? put(place, {}) : takeAway(place, name))));
  const head = el('div', { class: 'row' },
    el('label', { class: 'check' }, toggle, 'Create Mapping'),
    el('button', { type: 'button', class: 'link', onclick: () => inferred(here).then((found) => found && act(() => put(place, found))) }, 'Infer mapping'));
  if (mapping === undefined) {
    return [head, el('p', { class: 'help' }, 'Without a mapping the columns follow from the data.'), fault];
  }
  const isGrid = !view.isJson && objectAt(place) !== null;
  return [
    head,
    el('div', { class: 'row', role: 'group', 'aria-label': 'View of the mapping' },
      toggleButton('Columns', isGrid, () => { view.isJson = false; draw(); }), toggleButton('JSON', !isGrid, () => { view.isJson = true; draw(); })),
    isGrid ? columnGrid(place, name, draw) : json('JSON', mapping, (value) => act(() => put(place, value ?? {})), `mappings.${name}`),
    slot(place), fault,
  ];
}

function toggleButton(label, isOn, act) {
  return el('button', { type: 'button', class: 'choice', 'aria-pressed': String(isOn), onclick: act }, label);
}

async function takeAway(place, name) {
  await put(place, undefined);
  notice(`The mapping of ${name} was removed.`, 'Undo', () => { undo(); redraw(); });
}

/** The dialog "Infer Mapping": gives the mapping that the endpoint's data suggests, or undefined. */
function inferred(here) {
  const state = { key: [], level: 2 };
  const place = here.replace(`${CONFIG}/jobs/`, '').replaceAll('/children/', '_');
  return dialog('Infer Mapping', (close) => {
    const result = el('div', {});
    const level = text('Nesting Level', '2', (typed) => { state.level = Number(typed); }, 'How many levels of objects become columns; deeper parts stay JSON text.');
    level.querySelector('input').type = 'number';
    level.querySelector('input').min = '0';
    const button = el('button', {
      type: 'button', class: 'primary wide',
      onclick: async () => {
        button.disabled = true;
        result.replaceChildren(el('p', { class: 'help', role: 'status' }, 'Reading the first page …'));
        try {
          const inputs = { __SELECTED_JOB: place, __NESTING_LEVEL: state.level, __PRIMARY_KEY: state.key };
          const answer = await ask('POST', '/api/actions/infer_mapping', { text: current().text, inputs });
          if (answer.status === 'ok') {
            close(answer.result);
            return;
          }
          result.replaceChildren(box('error', words(answer.error)));
        } catch (error) {
          result.replaceChildren(box('error', words(error)));
        }
        button.disabled = false;
      },
    }, 'Infer Mapping');
    const key = tags('Primary Key Columns', [], (list) => { state.key = [...list]; }, 'Paths of properties, such as id or customer.id.');
    key.querySelector('input').placeholder = 'Add primary key';
    return [el('p', { class: 'help' }, 'Sends one request and makes a mapping of what comes back. It replaces the present one; Undo brings that back.'), key, level, result, button];
  });
}
