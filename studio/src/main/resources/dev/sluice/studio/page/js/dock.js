// The dock at the bottom: what a test or a run did, in tabs.

import { el } from './dom.js';

const dock = () => document.getElementById('dock');

/** Shows a title and tabs; each tab is a name and a function that makes its content. */
export function show(title, tabs, ...buttons) {
  const panel = el('div', { role: 'tabpanel', tabindex: '0' });
  const list = el('div', { role: 'tablist', 'aria-label': title });
  const choose = (chosen) => {
    [...list.children].forEach((tab, i) => {
      tab.setAttribute('aria-selected', String(i === chosen));
      tab.tabIndex = i === chosen ? 0 : -1;
    });
    panel.setAttribute('aria-label', tabs[chosen][0]);
    panel.replaceChildren(...[tabs[chosen][1]()].flat());
  };
  tabs.forEach(([name], i) => list.append(el('button', { type: 'button', role: 'tab', onclick: () => choose(i) }, name)));
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const now = [...list.children].indexOf(document.activeElement);
      const next = (now + step + tabs.length) % tabs.length;
      choose(next);
      list.children[next].focus();
    }
  });
  dock().hidden = false;
  dock().replaceChildren(
    el('header', {}, el('h2', { id: 'dock-title' }, title), buttons, list,
      el('button', { type: 'button', 'aria-label': 'Close', onclick: () => { dock().hidden = true; } }, '✕')),
    panel);
  choose(0);
  return { refresh: () => choose([...list.children].findIndex((tab) => tab.getAttribute('aria-selected') === 'true')) };
}
