import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { formatMoneyShort } from '../format/money.ts';
import { useTheme } from '../parts/use-theme.ts';
import { linesOf, type Curve } from './curves.ts';
import type { View } from './ltv-question.ts';

interface Props {
  curves: Curve[];
  colours: string[];
  /** Positions of the curves that are drawn. */
  shown: ReadonlySet<number>;
  months: number;
  view: View;
  currency: string;
  /** Called with the month that the pointer is over. */
  onMonth: (month: number | null) => void;
  label: string;
}

export function CurveChart(props: Props): JSX.Element {
  const { curves, colours, shown, months, view, currency, label } = props;
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props.onMonth);
  latest.current = props.onMonth;
  const theme = useTheme();
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const drawn = curves.flatMap((curve, i) =>
      shown.has(i) ? [{ curve, colour: colours[i] ?? '' }] : [],
    );
    const lines = drawn.flatMap(({ curve }) => linesOf(curve, view, months));
    const options: uPlot.Options = {
      ...sizeOf(element),
      padding: [12, 12, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
      scales: {
        x: { time: false, range: [-0.15, Math.max(months - 1, 1) + 0.15] },
        y: { range: fromZero },
      },
      axes: axesOf(element, currency),
      series: [{}, ...drawn.flatMap(({ colour }) => seriesOf(colour, element))],
      hooks: {
        setCursor: [
          ({ cursor }) => {
            latest.current(cursor.idx ?? null);
          },
        ],
      },
    };
    const data: uPlot.AlignedData = [Array.from({ length: months }, (_, i) => i), ...lines];
    const plot = new uPlot(options, data, element);
    const watcher = new ResizeObserver(() => {
      plot.setSize(sizeOf(element));
    });
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      plot.destroy();
    };
  }, [curves, colours, shown, months, view, currency, theme]);
  return <div ref={place} class="curve-chart" role="img" aria-label={label} />;
}

const sizeOf = (element: HTMLElement): { width: number; height: number } => ({
  width: element.clientWidth,
  height: element.clientHeight,
});

const fromZero = (_plot: uPlot, _least: number, most: number): [number, number] => [
  0,
  most > 0 ? most * 1.06 : 1,
];

const variable = (element: HTMLElement, name: string): string =>
  getComputedStyle(element).getPropertyValue(name).trim();

function axesOf(element: HTMLElement, currency: string): uPlot.Axis[] {
  const stroke = variable(element, '--muted');
  const lines = { stroke: variable(element, '--line'), width: 1 };
  const font = `12px ${getComputedStyle(element).fontFamily}`;
  return [
    {
      stroke,
      font,
      grid: { show: false },
      ticks: { show: false },
      size: 34,
      incrs: [1, 2, 3, 6, 12],
      values: (_plot, months) => months.map((month) => `M${String(month)}`),
    },
    {
      stroke,
      font,
      grid: lines,
      ticks: { show: false },
      size: 64,
      values: (_plot, amounts) => amounts.map((amount) => formatMoneyShort(amount, currency)),
    },
  ];
}

function seriesOf(colour: string, element: HTMLElement): uPlot.Series[] {
  const line = { stroke: colour, width: 2 };
  const ground = variable(element, '--surface');
  return [
    { ...line, points: { show: true, size: 5, fill: colour, width: 1 } },
    { ...line, dash: [4, 4], points: { show: true, size: 6, fill: ground, width: 1.5 } },
  ];
}
