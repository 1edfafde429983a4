/** As in the style sheet: a palette that is told apart without red and green. */
const HUES = {
  light: ['#0b62a4', '#cf5310', '#0f7f69', '#9c3f86', '#3d8fca', '#a37200', '#7a5c3e', '#5b6770'],
  dark: ['#62abea', '#f08a4b', '#41c3a2', '#dd92cc', '#a3d5f4', '#e3b74a', '#c9ab8b', '#a3afbb'],
} as const;

/** Months are in an order, and so are their colours: from the oldest to the newest. */
const RAMPS = {
  light: ['#3b1f66', '#35538f', '#1f7a8c', '#1f9a6d', '#7a9a14'],
  dark: ['#9aa5f5', '#64b5ea', '#4fd1b0', '#b3dd62', '#fbe54a'],
} as const;

const channelsOf = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function between(from: string, to: string, share: number): string {
  const end = channelsOf(to);
  const mixed = channelsOf(from).map((channel, i) =>
    Math.round(channel + ((end[i] ?? channel) - channel) * share),
  );
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

export function coloursOf(count: number, isOrdered: boolean, theme: 'light' | 'dark'): string[] {
  const hues = HUES[theme];
  const ramp = RAMPS[theme];
  return Array.from({ length: count }, (_, i) => {
    if (!isOrdered) return hues[Math.min(i, hues.length - 1)] ?? hues[0];
    const at = count < 2 ? 0 : (i / (count - 1)) * (ramp.length - 1);
    const step = Math.min(Math.floor(at), ramp.length - 2);
    return between(ramp[step] ?? ramp[0], ramp[step + 1] ?? ramp[0], at - step);
  });
}
