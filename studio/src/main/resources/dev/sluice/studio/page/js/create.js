// The dialog "Create Endpoint".

import { text } from './controls.js';
import { dialog } from './dialog.js';
import { box, el, field, words } from './dom.js';
import { add, address, flat, made, name } from './endpoints.js';
import { part } from './part.js';

/** Asks for a path and adds an endpoint, below another one when its place is given. */
export function create(parent = '') {
  const all = flat();
  const state = { path: '', isChild: parent !== '', parent: parent || all[0]?.place || '' };
  return dialog('Create Endpoint', (close) => {
    const preview = el('output', { class: 'preview' }, address(''));
    const fault = el('div', {});
    const path = text('URL Path', '', () => {}, 'Such as users or user/{user_id}/detail. In a child, {name} is taken from the parent\'s row.');
    const input = path.querySelector('input');
    input.addEventListener('input', () => { state.path = input.value.trim(); preview.textContent = address(state.path); });
    const finish = async () => {
      if (state.path === '') {
        fault.replaceChildren(box('error', 'Enter a path.'));
        input.setAttribute('aria-invalid', 'true');
        input.focus();
        return;
      }
      try {
        await add(made(state.path), state.isChild ? state.parent : '');
        close(true);
      } catch (error) {
        fault.replaceChildren(box('error', words(error)));
      }
    };
    input.addEventListener('keydown', (event) => event.key === 'Enter' && finish());
    return [
      path,
      field('URL Preview', preview),
      all.length === 0 ? null : part((draw) => [childToggle(state, draw), state.isChild ? parentSelect(all, state) : null]),
      fault,
      el('button', { type: 'button', class: 'primary wide', onclick: finish }, 'Create Endpoint'),
    ];
  });
}

function childToggle(state, draw) {
  const input = el('input', { type: 'checkbox', checked: state.isChild });
  input.addEventListener('change', () => { state.isChild = input.checked; draw(); });
  return el('div', { class: 'field' }, el('label', { class: 'check' }, input, 'Child Endpoint'));
}

function parentSelect(all, state) {
  const select = el('select', {}, all.map(({ place, job }) => el('option', { value: place, selected: place === state.parent }, '– '.repeat(place.split('_').length - 1) + name(job))));
  select.addEventListener('change', () => { state.parent = select.value; });
  return field('Parent Endpoint', select, 'It is read for each row of this endpoint.');
}
