// Plays what a group did over its diagrams again: one token a process, in the order and the proportions of the class's time. The rows
// of the table are the moments; whoever wants nothing to move goes on step by step.
import { glide } from './token.js';

const WHOLE = 30_000;
const SHORTEST = 400;
const SVG = 'http://www.w3.org/2000/svg';

/** @param viewers by process */
export function replay(viewers) {
  const panel = document.querySelector('[data-replay]');
  const moments = [...document.querySelectorAll('[data-moment]')];
  if (!panel || moments.length === 0) return;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const tokens = new Map();
  const [play, slider, say, speed] = ['[data-act=play]', '#moment', '.say', '#speed'].map((one) => panel.querySelector(one));
  let at = 0;
  let timer;

  panel.querySelector('[data-act=back]').addEventListener('click', () => go(at - 1));
  panel.querySelector('[data-act=on]').addEventListener('click', () => go(at + 1));
  play.addEventListener('click', () => (timer ? stop() : start()));
  slider.addEventListener('input', () => go(Number(slider.value)));
  slider.max = moments.length;
  play.hidden = still;
  panel.querySelector('.still').hidden = !still;
  panel.hidden = false;
  show(0);

  /** By hand: what plays stands still. */
  function go(to) {
    stop();
    show(to);
  }

  function start() {
    if (at === moments.length) show(0);
    play.textContent = play.dataset.pause;
    next();
  }

  function stop() {
    clearTimeout(timer);
    timer = undefined;
    play.textContent = play.dataset.play;
  }

  function next() {
    timer = setTimeout(() => {
      show(at + 1);
      if (at < moments.length) next();
      else stop();
    }, until(at) / Number(speed.value));
  }

  /** In proportion to the class's time; what was done at once still takes a moment to be seen. */
  function until(moment) {
    const whole = Number(moments.at(-1).dataset.moment) || 1;
    const before = moment === 0 ? 0 : Number(moments[moment - 1].dataset.moment);
    return Math.max(SHORTEST, ((Number(moments[moment].dataset.moment) - before) / whole) * WHOLE);
  }

  function show(to) {
    const before = at;
    at = Math.max(0, Math.min(moments.length, to));
    const now = moments[at - 1];
    moments.forEach((row) => (row === now ? row.setAttribute('aria-current', 'step') : row.removeAttribute('aria-current')));
    slider.value = at;
    say.textContent = now ? now.dataset.say : say.dataset.start;
    slider.setAttribute('aria-valuetext', say.textContent);
    viewers.forEach((viewer, process) => draw(process, viewer, now, at === before + 1));
  }

  function draw(process, viewer, now, oneOn) {
    const elements = viewer.get('elementRegistry');
    const canvas = viewer.get('canvas');
    const steps = moments.slice(0, at).filter((row) => row.dataset.process === process).map((row) => elements.get(row.dataset.step)).filter(Boolean);
    elements.filter((one) => !one.waypoints).forEach((one) => ['replayed', 'replaying'].forEach((mark) => canvas.hasMarker(one, mark) && canvas.removeMarker(one, mark)));
    steps.forEach((step) => canvas.addMarker(step, 'replayed'));
    const here = now?.dataset.process === process;
    canvas.getContainer().closest('figure').classList.toggle('playing', here);
    if (here && steps.length > 0) canvas.addMarker(steps.at(-1), 'replaying');
    put(process, canvas, steps, here && oneOn);
    if (here && timer) canvas.getContainer().closest('figure').scrollIntoView({ block: 'nearest', behavior: still ? 'auto' : 'smooth' });
  }

  function put(process, canvas, steps, moves) {
    const token = tokens.get(process) ?? circle(canvas);
    tokens.set(process, token);
    const step = steps.at(-1);
    token.style.display = step ? '' : 'none';
    if (!step) return;
    if (moves && !still && steps.length > 1) glide(token, steps.at(-2), step, SHORTEST / Number(speed.value));
    else glide(token, step, step, 0);
  }
}

function circle(canvas) {
  const mark = document.createElementNS(SVG, 'circle');
  mark.setAttribute('r', 12);
  mark.setAttribute('class', 'token');
  canvas.getActiveLayer().append(mark);
  return mark;
}
