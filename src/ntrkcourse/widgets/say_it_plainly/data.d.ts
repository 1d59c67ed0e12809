// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Word {
  kind: "jargon" | "hurtful" | "promise" | "relative";
  say: string[];
  plain: string;
}

export interface Mark {
  text: Span[];
  grade: number;
}

export interface Point {
  part: "is" | "is_not" | "next" | "unsure";
  text: string;
}

export interface Exercise {
  id: string;
  title: string;
  line: Span[];
  listener: string;
  model: Span[];
  why: Span[];
  point: Point[];
}

export interface PlainWords {
  title: string;
  intro: string;
  known: string[];
  words: Record<string, string>;
  exercise: Exercise[];
  word: Word[];
  mark: Mark[];
  moral: Span[];
}
