/** A mark that runs along the arrows from the step before to this one; for whoever wants nothing to move, it does not. */
const SVG = 'http://www.w3.org/2000/svg';
const PIXELS_PER_SECOND = 400;
const LONGEST = 2000;

export function token(canvas, from, to) {
  const points = from && to && between(from, to);
  if (!points || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const mark = document.createElementNS(SVG, 'circle');
  mark.setAttribute('r', 10);
  mark.setAttribute('class', 'token');
  canvas.getActiveLayer().append(mark);
  run(mark, points, undefined, () => mark.remove());
}

/** A mark that stays: it goes on from one step to another within this time, and stands at the corner of that. */
export function glide(mark, from, to, time) {
  const end = { x: to.x, y: to.y + to.height };
  const points = from === to ? undefined : between(from, to);
  mark.dataset.to = to.id;
  const arrived = () => {
    if (mark.dataset.to !== to.id) return;
    mark.setAttribute('cx', end.x);
    mark.setAttribute('cy', end.y);
  };
  if (points && time > 0) run(mark, points, time, arrived);
  else arrived();
}

function run(mark, points, within, arrived) {
  const goal = mark.dataset.to;
  const legs = points.slice(1).map((end, at) => ({ start: points[at], end, length: Math.hypot(end.x - points[at].x, end.y - points[at].y) }));
  const length = legs.reduce((sum, leg) => sum + leg.length, 0);
  const time = within ?? Math.min(LONGEST, (length / PIXELS_PER_SECOND) * 1000);
  let begun;
  requestAnimationFrame(function move(now) {
    begun ??= now;
    if (mark.dataset.to !== goal) return;
    const done = Math.min(1, (now - begun) / time);
    const at = place(legs, done * length);
    mark.setAttribute('cx', at.x);
    mark.setAttribute('cy', at.y);
    if (done < 1) requestAnimationFrame(move);
    else arrived();
  });
}

function place(legs, far) {
  let left = far;
  for (const leg of legs) {
    if (left <= leg.length && leg.length > 0) {
      const part = left / leg.length;
      return { x: leg.start.x + (leg.end.x - leg.start.x) * part, y: leg.start.y + (leg.end.y - leg.start.y) * part };
    }
    left -= leg.length;
  }
  return legs[legs.length - 1].end;
}

/** The bends of the arrows on the shortest way; also over the events at a step's edge. Nothing, where there is none. */
function between(from, to) {
  const ways = new Map([[from, []]]);
  const open = [from];
  while (open.length > 0) {
    const at = open.shift();
    if (at === to) return ways.get(at).length > 1 ? ways.get(at) : undefined;
    for (const arrow of [...at.outgoing, ...(at.attachers ?? []).flatMap((event) => event.outgoing)]) {
      if (!arrow.target || ways.has(arrow.target) || !arrow.waypoints) continue;
      ways.set(arrow.target, [...ways.get(at), ...arrow.waypoints]);
      open.push(arrow.target);
    }
  }
}
