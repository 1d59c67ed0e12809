// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Side {
  gene: string;
  exons: string[];
  site: string;
  strand: string;
  coverage: number;
  domain: string;
}

export interface Reason {
  text: string;
  feedback: string;
  right: boolean;
}

export interface Call {
  id: string;
  lesson: string;
  sample: string;
  five: Side;
  three: Side;
  split_reads1: number;
  split_reads2: number;
  discordant_mates: number;
  elsewhere: number;
  normals: number;
  frame: string;
  verdict: string;
  reason: Reason[];
  teaching: string;
  see: string;
  distance_kb: number | null;
}

export interface Consequence {
  given: string;
  right: string;
  text: string;
}

export interface Pileups {
  normals: number;
  call: Call[];
  consequence: Consequence[];
}
