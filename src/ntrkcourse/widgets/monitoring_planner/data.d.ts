// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Slot {
  id: string;
  label: string;
  months: number[];
  open: boolean;
}

export interface Check {
  id: string;
  name: string;
  slot: string;
  accepts: string[];
  basis: "source" | "ours";
  why: Span[];
  elsewhere: Span[];
}

export interface Action {
  text: string;
  basis: "fact" | "ours";
  why: Span[];
  right: boolean;
}

export interface Event {
  id: string;
  when: string;
  title: string;
  story: string;
  moral: string;
  option: Action[];
}

export interface Year {
  title: string;
  intro: string;
  patient: string;
  words: Record<string, string>;
  slot: Slot[];
  check: Check[];
  event: Event[];
}
