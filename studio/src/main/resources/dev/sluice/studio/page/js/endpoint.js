// The page of an endpoint: its request, where its rows are, and its place among the others.

import { text } from './controls.js';
import { at, put } from './document.js';
import { box, card, el, field, words } from './dom.js';
import { create } from './create.js';
import { address, copy, duplicate, flat, hasCopy, indexOf, moveBelow, name, parentOf, paste, pointer, remove, reorder, siblings } from './endpoints.js';
import { bound } from './form.js';
import { mappingCard } from './mapping.js';
import { CONFIG } from './names.js';
import { otherSettings } from './other.js';
import { newPagination, paginationNames } from './paginations.js';
import { attempt, part, redraw, slot } from './part.js';
import { placeholderCard } from './placeholders.js';
import { rows } from './rows.js';
import { testButton } from './test.js';

const KNOWN = [
  '__NAME', 'endpoint', 'method', 'params', 'headers', 'dataField', 'dataType', 'responseFilter', 'responseFilterDelimiter', 'scroller', 'children',
  'placeholders', 'recursionFilter', 'userData', 'id',
];
const METHODS = [['GET', 'GET'], ['POST', 'POST'], ['FORM', 'FORM']];

export function endpointScreen(place) {
  const here = pointer(place);
  const job = at(here);
  if (job === null || typeof job !== 'object') {
    return [el('h1', {}, 'Endpoint'), box('warning', 'There is no such endpoint any more.')];
  }
  const isChild = parentOf(place) !== '';
  const request = part((draw) => requestCard(place, draw, () => values.draw()));
  const values = redrawable(() => [valuesCard(here), isChild ? placeholderCard(here, place, request) : null]);
  return [
    part(() => title(place)),
    el('div', { class: 'row' }, testButton(place), acts(place)),
    slot(here),
    request,
    values.whole,
    paginationCard(here),
    card('Headers', rows({ title: 'Headers', pointer: `${here}/headers`, add: 'Add Header', isAlone: true })),
    mappingCard(here),
    filterCard(here, isChild),
    otherSettings(here, KNOWN),
  ];
}

function redrawable(make) {
  const held = {};
  held.whole = part((draw) => { held.draw = draw; return make(); });
  return held;
}

/** The name with its pencil; `__NAME` is only written when the user renames. */
function title(place) {
  const here = pointer(place);
  const fault = el('div', {});
  const head = el('h1', {}, name(at(here)));
  const pencil = el('button', { type: 'button', class: 'icon', 'aria-label': 'Rename endpoint', title: 'Rename', onclick: () => edit() }, '✎');
  const whole = el('div', { class: 'title' }, head, pencil, fault);
  function edit() {
    const input = el('input', { type: 'text', value: name(at(here)), 'aria-label': 'Name of the endpoint' });
    let isLeft = false;
    const done = (isKept) => {
      if (isLeft) {
        return;
      }
      isLeft = true;
      const wanted = input.value.trim();
      head.replaceChildren(name(at(here)));
      pencil.hidden = false;
      if (isKept && wanted !== '' && wanted !== name(at(here))) {
        attempt(fault, () => put(`${here}/__NAME`, wanted)).then(() => { head.replaceChildren(name(at(here))); });
      }
      pencil.focus();
    };
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === 'Escape') {
        event.preventDefault();
        done(event.key === 'Enter');
      }
    });
    input.addEventListener('blur', () => done(true));
    head.replaceChildren(input);
    pencil.hidden = true;
    input.focus();
    input.select();
  }
  return whole;
}

/** What can be done with the endpoint as a whole. */
function acts(place) {
  const fault = el('span', {});
  const act = (label, work, isOff = false) => el('button', { type: 'button', disabled: isOff, onclick: () => attempt(fault, work) }, label);
  return el('details', { class: 'menu' }, el('summary', {}, 'More actions'), el('div', { class: 'row' },
    act('Add child endpoint', () => create(place)),
    act('Duplicate', () => duplicate(place)),
    act('Copy', async () => { copy(place); redraw(); }),
    act('Paste as child', () => paste(place), !hasCopy()),
    act('Move up', () => reorder(place, indexOf(place) - 1), indexOf(place) === 0),
    act('Move down', () => reorder(place, indexOf(place) + 1), indexOf(place) === siblings(place) - 1),
    act('Delete endpoint', () => remove(place)), fault));
}

function requestCard(place, draw, onPath) {
  const here = pointer(place);
  const preview = el('output', { class: 'preview' }, address(at(`${here}/endpoint`)));
  const path = bound('text', 'URL Path', `${here}/endpoint`, { help: 'Such as users or user/{user_id}/detail. A path that starts with / drops the path of the base URL.', after: onPath });
  path.addEventListener('input', (event) => { preview.textContent = address(event.target.value); });
  return card('Request',
    el('div', { class: 'pair narrow' },
      bound('choice', 'Method', `${here}/method`, { options: METHODS, usual: 'GET', unless: 'GET', help: 'FORM is a POST with form fields.', after: onPath }),
      field('URL Preview', preview)),
    path,
    family(place, draw));
}

/** Child or not, and whose. */
function family(place) {
  const others = flat().filter((one) => one.place !== place && !one.place.startsWith(`${place}_`));
  const parent = parentOf(place);
  const fault = el('div', {});
  if (others.length === 0) {
    return null;
  }
  const toggle = el('input', { type: 'checkbox', checked: parent !== '' });
  const select = el('select', {}, others.map((one) => el('option', { value: one.place, selected: one.place === parent }, '– '.repeat(one.place.split('_').length - 1) + name(one.job))));
  const chosen = field('Parent Endpoint', select, 'Its own children move with it.');
  chosen.hidden = parent === '';
  toggle.addEventListener('change', () => attempt(fault, () => moveBelow(place, toggle.checked ? others[0].place : '')));
  select.addEventListener('change', () => attempt(fault, () => moveBelow(place, select.value)));
  return el('div', {}, el('div', { class: 'field' }, el('label', { class: 'check' }, toggle, 'Child Endpoint')), chosen, fault);
}

/** Parameters: in the query, as form fields, or as a JSON body. */
function valuesCard(here) {
  const method = String(at(`${here}/method`) ?? 'GET').toUpperCase();
  if (method === 'POST') {
    return card('Request body (JSON)', bound('json', 'Request body', `${here}/params`, { help: 'Values may be functions and user parameters.' }));
  }
  const [title, add] = method === 'FORM' ? ['Form fields', 'Add Field'] : ['Query Parameters', 'Add Parameter'];
  return card(title, rows({ title, pointer: `${here}/params`, add, isAlone: true }));
}

function paginationCard(here) {
  return part((draw) => {
    const names = paginationNames();
    const place = `${here}/scroller`;
    const chosen = at(place);
    const isBare = names.length === 1 && names[0] === '';
    if (chosen !== undefined && typeof chosen !== 'string') {
      return card('Pagination', bound('json', 'Select Pagination', place));
    }
    const usual = at('/parameters/api/pagination/default');
    const select = el('select', {},
      el('option', { value: '' }, isBare ? '(all endpoints)' : typeof usual === 'string' ? `${usual} (default)` : 'Select or create new pagination'),
      (isBare ? [] : names).map((one) => el('option', { value: one, selected: one === chosen }, one)),
      chosen !== undefined && !names.includes(chosen) ? el('option', { value: chosen, selected: true }, `${chosen} (does not exist)`) : null,
      el('option', { value: '\n' }, 'Create New Pagination …'));
    const fault = el('div', {});
    select.addEventListener('change', () => attempt(fault, async () => {
      const name_ = select.value === '\n' ? await newPagination() : select.value;
      if (name_ !== undefined) {
        await put(place, name_ === '' ? undefined : name_);
      }
      draw();
    }));
    const go = chosen ? `#paginations/name=${encodeURIComponent(chosen)}` : '#paginations';
    return card('Pagination',
      field('Select Pagination', select, 'Editing a pagination changes all endpoints that use it.'), slot(place), fault,
      names.length ? el('a', { href: go }, chosen ? `Edit ${chosen}` : 'All paginations') : null);
  });
}

function filterCard(here, isChild) {
  return card('Filters and details',
    filter(`${here}/responseFilter`),
    el('div', { class: 'pair' },
      bound('text', 'Response Filter Delimiter', `${here}/responseFilterDelimiter`, { usual: '.', help: 'Separates the steps of its paths.' }),
      isChild ? bound('text', 'Recursion Filter', `${here}/recursionFilter`, { help: 'For which rows of the parent it is read, such as type==folder.' }) : null,
      bound('text', 'ID', `${here}/id`, { help: 'Its name in the log.' })),
    rows({ title: 'User Data', pointer: `${here}/userData`, add: 'Add Column', help: 'Columns added to each record of this endpoint.' }));
}

/** One path is written as a text, several as a list; what was a list stays one. */
function filter(place) {
  const present = at(place);
  if (typeof present !== 'string' && present !== undefined && !(Array.isArray(present) && present.every((one) => typeof one === 'string'))) {
    return bound('json', 'Response Filter', place);
  }
  const fault = el('div', {});
  const shown = typeof present === 'string' ? present : (present ?? []).join('\n');
  const whole = text('Response Filter', shown, (typed) => attempt(fault, () => {
    const list = typed.split('\n').filter((line) => line !== '');
    return put(place, list.length === 0 ? undefined : list.length === 1 && !Array.isArray(present) ? list[0] : list);
  }), 'Paths whose values are kept as JSON text, one on each line.', 'text', 'textarea');
  whole.querySelector('textarea').classList.add('low');
  whole.append(slot(place), fault);
  return whole;
}
