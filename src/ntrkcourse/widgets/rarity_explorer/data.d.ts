// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Cohort {
  fact: string;
  name: string;
  lead: string;
  people: string;
  cases: string;
  caution: string;
}

export interface Rarity {
  title: string;
  caveat: string;
  words: Record<string, string>;
  cohort: Cohort[];
}
