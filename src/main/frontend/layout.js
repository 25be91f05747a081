// Places the shapes of a file that does not say where they stand. Each process becomes a diagram of its own: the library lays out one.
import { layoutProcess } from 'bpmn-auto-layout';

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

window.tasukiLayout = async (xml) => {
  const file = new DOMParser().parseFromString(xml, 'application/xml');
  const root = file.documentElement;
  // What has no id cannot be placed; the outline does without.
  [...root.getElementsByTagNameNS(BPMN, '*')].filter((one) => !one.getAttribute('id')).forEach((one, at) => one.setAttribute('id', `without-id-${at}`));
  joined(root);
  const named = new XMLSerializer().serializeToString(file);
  const processes = [...root.children].filter((one) => one.namespaceURI === BPMN && one.localName === 'process');
  const diagrams = [];
  for (const process of processes) diagrams.push(...(await diagramsOf(process.getAttribute('id'), named)));
  [...root.children].filter((one) => one.localName === 'BPMNDiagram').forEach((one) => one.remove());
  diagrams.forEach((one, at) => {
    const diagram = file.importNode(one, true);
    diagram.setAttribute('id', `laid-out-${at}`);
    root.append(diagram);
  });
  return new XMLSerializer().serializeToString(file);
};

/** The library follows what a step says of its arrows, which many tools leave to the arrows alone. */
function joined(root) {
  const steps = new Map([...root.getElementsByTagNameNS(BPMN, '*')].map((one) => [one.getAttribute('id'), one]));
  const say = (step, word, flow) => {
    if (!step || [...step.children].some((one) => one.localName === word && one.textContent.trim() === flow)) return;
    const said = root.ownerDocument.createElementNS(BPMN, root.prefix ? `${root.prefix}:${word}` : word);
    said.textContent = flow;
    step.append(said);
  };
  for (const flow of [...root.getElementsByTagNameNS(BPMN, 'sequenceFlow')]) {
    const [from, to] = ['sourceRef', 'targetRef'].map((end) => steps.get(flow.getAttribute(end)));
    if (!from || !to) {
      // It would be taken for a step.
      flow.remove();
      continue;
    }
    say(from, 'outgoing', flow.getAttribute('id'));
    say(to, 'incoming', flow.getAttribute('id'));
  }
}

/** By itself, without its pool and its neighbours. One that cannot be placed leaves the others. */
async function diagramsOf(id, xml) {
  const file = new DOMParser().parseFromString(xml, 'application/xml');
  [...file.documentElement.children]
    .filter((one) => one.localName === 'BPMNDiagram' || (one.namespaceURI === BPMN && ['process', 'collaboration', 'choreography'].includes(one.localName)))
    .filter((one) => one.getAttribute('id') !== id)
    .forEach((one) => one.remove());
  try {
    const placed = await layoutProcess(new XMLSerializer().serializeToString(file));
    return [...new DOMParser().parseFromString(placed, 'application/xml').documentElement.children].filter((one) => one.localName === 'BPMNDiagram');
  } catch {
    return [];
  }
}
