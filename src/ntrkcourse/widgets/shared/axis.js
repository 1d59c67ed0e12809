// Drawings that follow the width of the page, and the axes that they share.

import { radios } from "./controls.js";
import { h, svg } from "./dom.js";
import ui from "./words.json";

/**
 * Draws `draw(width)` into `holder` now and whenever its width changes; returns the clean-up.
 * @param {HTMLElement} holder @param {(width: number) => Node} draw
 * @returns {() => void}
 */
export function drawToWidth(holder, draw) {
  let drawn = 0;
  const redraw = () => {
    const width = Math.round(holder.clientWidth);
    if (width === 0 || width === drawn) return;
    drawn = width;
    holder.replaceChildren(draw(width));
  };
  const observer = new ResizeObserver(redraw);
  observer.observe(holder);
  redraw();
  return () => observer.disconnect();
}

/** Drawings that end together: `add` draws into a holder, a new one if none is given, and returns it. */
export function drawings() {
  /** @type {(() => void)[]} */
  let stops = [];
  return {
    /** @param {(width: number) => Node} draw @param {HTMLElement} [holder] */
    add(draw, holder = h("div")) {
      // Before the holder stands in the page it has no width; the observer draws it then.
      stops.push(drawToWidth(holder, draw));
      return holder;
    },
    stop() {
      stops.forEach((stop) => stop());
      stops = [];
    },
  };
}

/**
 * The choice between the two scales of an axis.
 * @param {"linear" | "log"} value @param {(scale: "linear" | "log") => void} change
 */
export function scaleChoice(value, change) {
  return radios({
    legend: ui.scale,
    class: "ntrk-scale",
    value,
    options: [
      { value: "linear", text: ui.linear },
      { value: "log", text: ui.log },
    ],
    change: (chosen) => change(chosen === "log" ? "log" : "linear"),
  }).element;
}

/** Room at both ends of a drawn axis, for the outer labels and the arrows. */
export const AXIS_EDGE = 24;

/**
 * Where a value lies across a drawing of this width. A linear axis begins at zero.
 * @typedef {{ from: number, to: number, ticks: [number, ...string[]][] }} Axis a tick's texts stand below each other
 * @param {number} value @param {Axis} axis @param {string} scale "linear" or "log" @param {number} width
 */
export function axisX(value, axis, scale, width) {
  const share = scale === "log" ? Math.log(value / axis.from) / Math.log(axis.to / axis.from) : value / axis.to;
  return AXIS_EDGE + Math.max(0, share) * (width - 2 * AXIS_EDGE);
}

/** Upright lines at the ticks; zero is drawn stronger. @param {Axis} axis @param {string} scale @param {number} width @param {number} height */
export function axisGrid(axis, scale, width, height) {
  return axis.ticks.map(([value]) => {
    const x = axisX(value, axis, scale, width);
    return svg("line", { x1: x, x2: x, y1: 0, y2: height, class: value === 0 ? "ntrk-axis-zero" : "ntrk-axis-grid" });
  });
}

/** The foot of a chart: ticks and their texts. The rows above it say the numbers, so it is hidden from screen readers. @param {Axis} axis @param {string} scale @param {number} width */
export function axisTicks(axis, scale, width) {
  const height = 8 + 18 * Math.max(...axis.ticks.map((tick) => tick.length - 1));
  return svg(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" },
    axisGrid(axis, scale, width, 6),
    axis.ticks.flatMap(([value, ...texts]) =>
      texts.map((text, line) =>
        svg(
          "text",
          { x: axisX(value, axis, scale, width), y: 21 + 18 * line, "font-size": 14, "text-anchor": "middle" },
          text,
        ),
      ),
    ),
  );
}

/** An interval as a line with ends; an arrow where a log scale cannot show its lower end. @param {[number, number]} interval @param {Axis} axis @param {string} scale @param {number} width @param {number} y */
export function axisWhisker(interval, axis, scale, width, y) {
  const cut = scale === "log" && interval[0] < axis.from;
  const [left, right] = interval.map((bound) => axisX(bound, axis, scale, width));
  const end = (/** @type {number} */ x) => `M${x} ${y - 7}v14`;
  return svg(
    "g",
    {},
    svg("path", { d: `M${left} ${y}H${right}${cut ? "" : end(left)}${end(right)}`, class: "ntrk-axis-whisker" }),
    cut ? svg("path", { d: `M${left - 12} ${y}l12-7v14z`, class: "ntrk-axis-arrow" }) : null,
  );
}

/** Outline of a mark about a point, for a path. @param {"square" | "diamond" | "ring"} kind @param {number} x @param {number} y */
export function markPath(kind, x, y) {
  if (kind === "square") return `M${x - 6} ${y - 6}h12v12h-12z`;
  return kind === "diamond" ? `M${x - 8} ${y}l8-8 8 8-8 8z` : `M${x - 6} ${y}a6 6 0 1 0 12 0a6 6 0 1 0-12 0z`;
}
