/** One line of a plot: what it is called, and its points. */
export interface Series {
  name: string;
  points: readonly { x: number; y: number }[];
}

const [WIDTH, HEIGHT] = [760, 420];
const AREA = { left: 64, right: 250, top: 48, bottom: 48 };
/** Told apart on white and on near-black, and by those who see fewer colours. */
const COLOURS = [
  '#3b82f6',
  '#e8590c',
  '#2f9e44',
  '#c2255c',
  '#9775fa',
  '#b08900',
  '#0c8599',
  '#868e96',
];
const DASHES = ['', '6 3', '2 3'];

/** Powers of ten from the largest one below all values to the smallest one above them. */
export function decades(values: readonly number[]): number[] {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
}

const scale =
  (ticks: readonly number[], from: number, to: number) =>
  (value: number): number => {
    const [first = 1, last = 10] = [ticks[0], ticks.at(-1)];
    const share = Math.log10(value / first) / Math.log10(last / first);
    return Number((from + share * (to - from)).toFixed(1));
  };

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const text = (x: number, y: number, content: string, attributes = ''): string =>
  `<text x="${x}" y="${y}"${attributes}>${escape(content)}</text>`;

/** Lines over two logarithmic axes, as an SVG that reads on a light and on a dark page. */
export function plot(
  title: string,
  axes: { x: string; y: string },
  series: readonly Series[],
): string {
  const points = series.flatMap((line) => line.points);
  const [xTicks, yTicks] = [decades(points.map(({ x }) => x)), decades(points.map(({ y }) => y))];
  const [right, bottom] = [WIDTH - AREA.right, HEIGHT - AREA.bottom];
  const [x, y] = [scale(xTicks, AREA.left, right), scale(yTicks, bottom, AREA.top)];
  const parts = [
    text(AREA.left, 24, title, ' class="title"'),
    ...xTicks.map((tick) => {
      const label = tick.toLocaleString('en-US');
      return `<path class="grid" d="M${x(tick)} ${AREA.top}V${bottom}"/>${text(x(tick), bottom + 18, label, ' text-anchor="middle"')}`;
    }),
    ...yTicks.map(
      (tick) =>
        `<path class="grid" d="M${AREA.left} ${y(tick)}H${right}"/>${text(AREA.left - 8, y(tick) + 4, String(Number(tick.toPrecision(1))), ' text-anchor="end"')}`,
    ),
    text((AREA.left + right) / 2, HEIGHT - 8, axes.x, ' text-anchor="middle"'),
    text(AREA.left, 40, axes.y),
    ...series.flatMap((line, index) => {
      const colour = COLOURS[index % COLOURS.length] ?? '';
      const dash = DASHES[Math.floor(index / COLOURS.length) % DASHES.length] ?? '';
      const path = line.points.map((point) => `${x(point.x)} ${y(point.y)}`).join('L');
      const [keyX, keyY] = [right + 16, AREA.top + 8 + index * 22];
      const stroke = `stroke="${colour}"${dash && ` stroke-dasharray="${dash}"`}`;
      return [
        `<path class="line" ${stroke} d="M${path}"/>`,
        ...line.points.map(
          (point) => `<circle cx="${x(point.x)}" cy="${y(point.y)}" r="3" fill="${colour}"/>`,
        ),
        `<path class="line" ${stroke} d="M${keyX} ${keyY}h22"/>`,
        text(keyX + 28, keyY + 4, line.name),
      ];
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">
<title>${escape(title)}</title>
<style>
text { font: 12px system-ui, sans-serif; fill: #24292f }
.title { font-size: 15px; font-weight: 600 }
.grid { stroke: #8884; fill: none }
.line { stroke-width: 2; fill: none }
@media (prefers-color-scheme: dark) { text { fill: #d0d7de } }
</style>
${parts.join('\n')}
</svg>
`;
}
