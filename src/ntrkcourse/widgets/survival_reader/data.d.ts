// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Estimate {
  way: "floor" | "left out" | "curve" | "ceiling";
  name: string;
  why: string;
  guessed: string;
}

export interface Scenario {
  id: string;
  name: string;
  lost: number[];
  beside: string;
  question: string;
  why: string;
}

export interface Cohort {
  title: string;
  intro: string;
  moral: string;
  published: Span[][];
  end: number;
  landmark: number;
  deaths: number[];
  numbers: number[];
  words: Record<string, string>;
  estimate: Estimate[];
  scenario: Scenario[];
}
