// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Target {
  name: string;
  mm: number[];
  node: boolean;
}

export interface Trap {
  scan: number;
  answer: "CR" | "PR" | "SD" | "PD";
  why: string;
}

export interface NewLesion {
  scan: number;
  place: string;
  mm: number;
}

export interface Patient {
  id: string;
  weeks: number[];
  lesion: Target[];
  trap: Trap;
  moral: string;
  new: NewLesion | null;
}

export interface Named {
  short: "CR" | "PR" | "SD" | "PD";
  name: string;
}

export interface Recist {
  title: string;
  intro: string;
  source: string;
  rules: Span[][];
  words: Record<string, string>;
  response: Named[];
  patient: Patient[];
}
