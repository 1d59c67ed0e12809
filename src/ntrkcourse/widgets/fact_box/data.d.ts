// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface BoxRow {
  text: string;
  fact: string;
  part: string;
  guess: boolean;
}

export interface FactBox {
  drug: string;
  benefit: BoxRow[];
  harm: BoxRow[];
  breast: BoxRow[];
  time: BoxRow[];
  approval: BoxRow[];
  unknown: Span[][];
  missing: string[];
}

export interface FactBoxes {
  words: Record<string, string>;
  box: FactBox[];
}
