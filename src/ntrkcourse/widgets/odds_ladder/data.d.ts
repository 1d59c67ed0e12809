// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Stop {
  id: string;
  name: string;
}

export interface Ladder {
  title: string;
  asked: number;
  intro: string;
  question: string;
  words: Record<string, string>;
  stop: Stop[];
}
