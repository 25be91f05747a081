// Draws two ways over each other on one diagram: the arrows of each, as its steps follow one another.

/** The steps themselves are marked with the diagram's other marks. */
export function overlay(place, viewer) {
  const elements = viewer.get('elementRegistry');
  const canvas = viewer.get('canvas');
  const ideal = arrows(elements, place.dataset.ideal);
  const own = arrows(elements, place.dataset.own);
  for (const arrow of new Set([...ideal, ...own])) {
    canvas.addMarker(arrow, ideal.has(arrow) && own.has(arrow) ? 'way-both' : own.has(arrow) ? 'way-own' : 'way-ideal');
  }
}

function arrows(elements, ids) {
  const done = new Set();
  const found = new Set();
  for (const step of ids.split(' ').map((id) => elements.get(id)).filter(Boolean)) {
    (wayTo(step, done) ?? []).forEach((arrow) => found.add(arrow));
    done.add(step);
  }
  return found;
}

/** Back to the nearest step that was done before, or to the beginning; where several ways join, back along each. Nothing, where none leads there. */
function wayTo(step, done, seen = new Set([step])) {
  const open = [{ at: step, along: [] }];
  while (open.length > 0) {
    const { at, along } = open.shift();
    for (const arrow of at.host ? [undefined] : at.incoming) {
      const from = at.host ?? arrow.source;
      const way = arrow ? [...along, arrow] : along;
      if (seen.has(from)) continue;
      if (done.has(from) || (!from.host && from.incoming.length === 0)) return way;
      seen.add(from);
      if (from.type === 'bpmn:ParallelGateway' && from.incoming.length > 1) {
        return [...way, ...from.incoming.flatMap((joined) => back(joined, done, seen))];
      }
      if (from.type !== 'bpmn:UserTask') open.push({ at: from, along: way });
    }
  }
  return undefined;
}

function back(arrow, done, seen) {
  if (done.has(arrow.source)) return [arrow];
  if (arrow.source.type === 'bpmn:UserTask' || seen.has(arrow.source)) return [];
  const way = wayTo(arrow.source, done, new Set([...seen, arrow.source]));
  return way ? [arrow, ...way] : [];
}
