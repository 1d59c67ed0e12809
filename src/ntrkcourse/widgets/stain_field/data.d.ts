// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Told {
  id: string;
  sample: string;
  truth: string;
  lesson: Span[];
}

export interface Study {
  name: string;
  against: string;
  nuclear: string;
  sensitivity: [string, string];
  specificity: [string, string];
}

export interface Exercise {
  title: string;
  intro: Span[];
  rules: [string, string];
  places: [string, string, string, string];
  intensities: [string, string, string];
  shares: [string, string, string];
  notes: Span[][];
  closing: string;
  words: Record<string, string>;
  field: Told[];
  study: Study[];
}

export interface Stain {
  id: string;
  name: string;
  figures: Span[];
  caution: Span[];
}

export interface Population {
  id: string;
  rounded: number | null;
  fact: string;
}
