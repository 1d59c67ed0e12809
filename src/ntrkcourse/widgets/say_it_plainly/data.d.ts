// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Word {
  kind: string;
  say: string[];
  plain: string;
}

export interface Mark {
  text: string;
  grade: number;
}

export interface Point {
  part: string;
  text: string;
}

export interface Exercise {
  id: string;
  title: string;
  line: string;
  listener: string;
  model: string;
  why: string;
  point: Point[];
}

export interface PlainWords {
  moral: string;
  mark: Mark[];
  exercise: Exercise[];
  word: Word[];
}
