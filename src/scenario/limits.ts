/**
 * Every limit of a scenario, in one place. A limit may be raised; lowering one would close links
 * that open today. Lengths count UTF-16 units unless the name says bytes.
 */
export const LIMITS = {
  /** Of the whole fragment, before anything else is looked at. */
  linkLengthMax: 32_768,
  /** Of what Share may write; beyond it a file is better. */
  linkLengthWrittenMax: 16_000,
  /** Of the JSON, whether it comes out of a link or a file. */
  jsonBytesMax: 256 * 1024,
  jsonDepthMax: 8,
  jsonNodesMax: 5_000,

  titleLengthMax: 200,
  authorLengthMax: 200,
  licenceLengthMax: 60,
  filesMax: 32,
  fileNameLengthMax: 100,
  seedMax: 0xffff_ffff,
  interventionsMax: 100,
  /** Of a task, a future, a process, a box in Wires. */
  taskNameLengthMax: 100,
  exceptionNameLengthMax: 100,
  messageLengthMax: 200,
  positionMax: 999_999_999,
  timeUsMax: 999_999_999_999_999,
  /** Decisions of the run that a scenario makes itself. */
  choicesMax: 500,
  /** Out of how many one decision may choose. */
  optionsMax: 1_000_000,
  /** Kinds of processes in a formation, and processes of one kind. */
  formationMax: 16,
  formationCountMax: 16,
  panesMax: 12,
  speedMin: 0.25,
  speedMax: 16,
  anchorLengthMax: 200,
  breakpointsMax: 100,
  lineMax: 100_000,
  conditionLengthMax: 200,
  questionsMax: 30,
  promptLengthMax: 500,

  hostsMax: 16,
  /** Of all hosts together. With more, the tree would have too many nodes. */
  pagesMax: 64,
  hostNameLengthMax: 253,
  pathLengthMax: 500,
  contentTypeLengthMax: 100,
  bodyLengthMax: 100_000,
  /** One way; a minute, of jitter too. */
  latencyMsMax: 60_000,
  /** An hour. */
  delayMsMax: 3_600_000,
  /** Kilobytes a second. */
  bandwidthMax: 10_000_000,
  failuresMax: 1_000,
} as const;
