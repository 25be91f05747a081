// Draws a process on every [data-diagram] element, marks the way taken, and leaves bpmn.io's mark where it is.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { marking } from './marking.js';
import { overlay } from './overlay.js';
import { replay } from './replay.js';
import { token } from './token.js';
import './places.js';

const OMG_I18N = 'http://www.omg.org/spec/BPMN/non-normative/extensions/i18n/1.0';
const MARGIN = 24;
// Marks keep their size however small the process is drawn, and stand out beyond its edge.
const ROOM_FOR_MARKS = 44;
const COUNTED = 0.3;

const drawn = new Map();
Promise.all([...document.querySelectorAll('[data-diagram]')].map((place) => draw(place).catch(() => failed(place)))).then(() => replay(drawn));

async function draw(place) {
  const viewer = new NavigatedViewer({ container: place });
  const xml = inLanguage(await text(place), place.dataset.language);
  const canvas = viewer.get('canvas');
  await bring(place, viewer, place.dataset.text ? sound(xml, place.closest('figure')) : xml);
  fit(place, canvas);
  const current = mark(place, canvas, viewer.get('elementRegistry'));
  const figure = place.closest('figure');
  if (place.dataset.own !== undefined) overlay(place, viewer);
  badges(figure, viewer);
  show(canvas, figure.classList.contains('small') ? current : undefined, figure.classList.contains('counted') ? COUNTED : 0, marginOf(figure));
  buttons(figure, canvas);
  marking(figure, viewer);
  place.classList.add('drawn');
  if (figure.dataset.process) drawn.set(figure.dataset.process, viewer);
  if (place.dataset.text) window.addEventListener('hashchange', () => goTo(figure, viewer));
  if (current) token(canvas, viewer.get('elementRegistry').get(place.dataset.cameFrom), current);
  // The wheel scrolls the page, as everywhere else; a diagram zooms by its buttons, or with Ctrl.
  place.addEventListener('wheel', (event) => event.ctrlKey || event.stopImmediatePropagation(), { capture: true });
}

/** From the office's server; or, of a file that nobody keeps, out of the page itself. */
async function text(place) {
  if (place.dataset.text) return document.getElementById(place.dataset.text).textContent;
  const answer = await fetch(place.dataset.diagram, { credentials: 'same-origin', headers: { Accept: 'application/xml' } });
  if (!answer.ok) throw new Error(`diagram: ${answer.status}`);
  return answer.text();
}

/** What nobody said where it stands, or what makes no drawing, is placed by layout.js, where the page has that. */
async function bring(place, viewer, xml) {
  try {
    await viewer.importXML(xml);
    await sheets(place, viewer);
  } catch (error) {
    if (!window.tasukiLayout) throw error;
    await viewer.importXML(await window.tasukiLayout(xml));
    await sheets(place, viewer);
    place.closest('figure').parentElement.querySelector('.laid-out').hidden = false;
  }
}

/** Of a file of another tool, without the shapes that stand nowhere: one of them would spoil the others. */
function sound(xml, figure) {
  const file = new DOMParser().parseFromString(xml, 'application/xml');
  legalIds(file, figure);
  const numbers = (element, names) => element !== undefined && names.every((name) => Number.isFinite(parseFloat(element.getAttribute(name))));
  const below = (element, name) => [...element.children].filter((child) => child.localName === name);
  const ids = new Set([...file.querySelectorAll('[id]')].map((one) => one.id));
  [...file.getElementsByTagNameNS('*', 'boundaryEvent')].filter((event) => !ids.has(event.getAttribute('attachedToRef'))).forEach((event) => event.remove());
  const drawings = (name) => [...file.getElementsByTagNameNS('*', name)];
  drawings('BPMNShape').filter((shape) => !numbers(below(shape, 'Bounds')[0], ['x', 'y', 'width', 'height'])).forEach((shape) => shape.remove());
  drawings('BPMNEdge')
    .filter((edge) => below(edge, 'waypoint').length < 2 || below(edge, 'waypoint').some((point) => !numbers(point, ['x', 'y'])))
    .forEach((edge) => edge.remove());
  return new XMLSerializer().serializeToString(file);
}

const LEGAL = /^[a-z_][\w.-]*$/i;
const REFERENCES = ['id', 'bpmnElement', 'sourceRef', 'targetRef', 'attachedToRef', 'processRef', 'default', 'dataObjectRef', 'categoryValueRef', 'dataStoreRef'];
const REFERRING = ['incoming', 'outgoing', 'flowNodeRef', 'sourceRef', 'targetRef'];

/** Some tools begin an id with a digit or write it in their own script, which the viewer does not read; here it has another then. */
function legalIds(file, figure) {
  const other = new Map();
  for (const one of file.querySelectorAll('[id]')) if (one.id && !LEGAL.test(one.id)) other.set(one.id, `other-id-${other.size}`);
  if (other.size === 0) return;
  for (const one of file.getElementsByTagName('*')) {
    REFERENCES.filter((name) => other.has(one.getAttribute(name))).forEach((name) => one.setAttribute(name, other.get(one.getAttribute(name))));
    const text = REFERRING.includes(one.localName) && one.textContent.trim();
    if (other.has(text)) one.textContent = other.get(text);
  }
  figure.querySelector('template[data-badges]').content.querySelectorAll('[data-at]').forEach((badge) => (badge.dataset.at = other.get(badge.dataset.at) ?? badge.dataset.at));
}

/** A file may hold several diagrams. The first of them that shows something comes first, the others can be chosen. */
async function sheets(place, viewer) {
  const canvas = viewer.get('canvas');
  const opened = () => {
    badges(place.closest('figure'), viewer);
    place.style.height = '';
    fit(place, canvas);
    show(canvas);
  };
  const empty = () => !(canvas.viewbox().inner.width > 0);
  const all = viewer.getDefinitions().diagrams.filter(({ plane }) => plane?.planeElement?.length > 0 && !plane.bpmnElement?.$instanceOf('bpmn:SubProcess'));
  let shown = 0;
  if (empty() || viewer.getDefinitions().diagrams[0] !== all[0]) {
    shown = -1;
    for (let at = 0; at < all.length && shown < 0; at++) {
      await viewer.open(all[at]).catch(() => {});
      if (!empty()) shown = at;
    }
  }
  if (empty()) throw new Error('diagram: nothing in it can be drawn');
  const choice = place.closest('figure').querySelector('[data-sheets]');
  if (!choice || all.length < 2) return;
  all.forEach((one, at) => choice.add(new Option(one.name || one.plane.bpmnElement?.name || `${at + 1}`, at, at === shown, at === shown)));
  choice.closest('.sheets').hidden = false;
  choice.addEventListener('change', () => viewer.open(all[choice.value]).then(opened, opened));
}

/** The file carries both languages; the diagram shows names, so the English ones take their place before it is drawn. */
function inLanguage(xml, language) {
  if (language !== 'en') return xml;
  const file = new DOMParser().parseFromString(xml, 'application/xml');
  for (const text of file.getElementsByTagNameNS(OMG_I18N, 'translation')) {
    const element = text.parentNode.parentNode;
    if (text.getAttribute('xml:lang') === 'en' && text.getAttribute('target') === '@name') {
      element.setAttribute('name', text.textContent.trim());
    }
  }
  return new XMLSerializer().serializeToString(file);
}

function mark(place, canvas, elements) {
  let current;
  for (const pair of (place.dataset.steps ?? '').split(' ').filter(Boolean)) {
    const [id, state] = pair.split('=');
    const element = elements.get(id);
    if (!element) continue;
    canvas.addMarker(id, state);
    if (state === 'current') current ??= element;
  }
  return current;
}

/** Where a mark hides neither the step nor the marks beside it. */
const BESIDE = { event: { bottom: -4, left: -70 }, end: { top: 0, right: -4 }, task: { top: -40, left: -10 } };

/** Counts on the steps, each a link to what it counts; or marks that a list beside the diagram tells of. */
function badges(figure, viewer) {
  const elements = viewer.get('elementRegistry');
  for (const badge of figure.querySelector('template[data-badges]')?.content.querySelectorAll('[data-at]') ?? []) {
    if (!elements.get(badge.dataset.at)) continue;
    const html = badge.cloneNode(true);
    html.classList.add('badge');
    if (html.dataset.go) html.addEventListener('click', () => window.location.assign(html.dataset.go));
    viewer.get('overlays').add(badge.dataset.at, { position: BESIDE[badge.dataset.beside] ?? { top: -14, right: 18 }, html, scale: false });
  }
}

/** A wide process needs a low frame: no empty space below it, and room for bpmn.io's mark. */
function fit(place, canvas) {
  const figure = place.closest('figure');
  if (figure.classList.contains('small')) return;
  const { inner, outer } = canvas.viewbox();
  const margin = marginOf(figure);
  // Nothing is drawn larger than it is, so a small process does not stand in a tall frame either.
  const height = inner.height * Math.min(1, (outer.width - 2 * margin) / inner.width) + 2 * margin + MARGIN;
  place.style.height = `${Math.round(Math.min(Math.max(height, 192), window.innerHeight * 0.7))}px`;
  canvas.resized();
}

function marginOf(figure) {
  return figure.querySelector('template[data-badges]') ? ROOM_FOR_MARKS : MARGIN;
}

/** The whole process; in a small frame a readable part of it around the current step. */
function show(canvas, current, least = 0, margin = MARGIN) {
  const { inner } = canvas.viewbox();
  const { width, height } = canvas.getSize();
  // On a telephone the beginning of it, so that its counts can be told apart.
  const fitted = Math.max(least, Math.min(1, (width - 2 * margin) / inner.width, (height - 2 * margin) / inner.height));
  if (!current) {
    canvas.viewbox({ x: inner.x - margin / fitted, y: inner.y - margin / fitted, width: width / fitted, height: height / fitted });
    return;
  }
  const scale = Math.max(fitted, 0.75);
  canvas.viewbox({
    x: current.x + current.width / 2 - width / scale / 2,
    y: current.y + current.height / 2 - height / scale / 2,
    width: width / scale,
    height: height / scale,
  });
}

/** Whoever goes on in the list beside the diagram sees there where that is. */
function goTo(figure, viewer) {
  const badges = [...figure.querySelector('template[data-badges]').content.querySelectorAll('[data-at]')];
  const at = badges.find((badge) => badge.getAttribute('href') === window.location.hash)?.dataset.at;
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  // What stands in a part that is drawn on a sheet of its own is shown there.
  const root = elements.get(at) && canvas.findRoot(elements.get(at));
  if (root && root !== canvas.getRootElement()) canvas.setRootElement(root);
  badges.filter((badge) => elements.get(badge.dataset.at)).forEach((badge) => canvas.removeMarker(badge.dataset.at, 'current'));
  if (!elements.get(at)) return;
  canvas.addMarker(at, 'current');
  show(canvas, elements.get(at));
}

function buttons(figure, canvas) {
  figure.querySelector('.buttons').hidden = false;
  const acts = { in: () => canvas.zoom(canvas.zoom() * 1.25), out: () => canvas.zoom(canvas.zoom() / 1.25), fit: () => show(canvas, undefined, 0, marginOf(figure)) };
  figure.querySelectorAll('[data-zoom]').forEach((button) => button.addEventListener('click', acts[button.dataset.zoom]));
}

function failed(place) {
  const figure = place.closest('figure');
  place.hidden = true;
  figure.querySelector('.failed').hidden = false;
}
