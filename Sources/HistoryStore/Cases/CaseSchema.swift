import GRDB

extension HistorySchema {
  /// Cases and frozen lists, kept like figures: a correction is a row of the next revision, what is
  /// taken back is a withdrawn row of the next revision, and triggers refuse anything else.
  ///
  /// What is known of the child stands in the row of the first step of a case.
  static func createCases(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE child_case (
          id INTEGER PRIMARY KEY,
          authority_id INTEGER NOT NULL REFERENCES authority(id),
          entry_id INTEGER NOT NULL REFERENCES entry(id),
          child TEXT NOT NULL,
          route TEXT NOT NULL,
          UNIQUE (authority_id, child, route)
        ) STRICT;

        CREATE TABLE case_move (
          id INTEGER PRIMARY KEY,
          case_id INTEGER NOT NULL REFERENCES child_case(id),
          entry_id INTEGER NOT NULL REFERENCES entry(id),
          step INTEGER NOT NULL CHECK (step >= 1),
          revision INTEGER NOT NULL CHECK (revision >= 1),
          stage TEXT,
          date TEXT,
          month TEXT,
          reason TEXT,
          note TEXT,
          cohort TEXT,
          born TEXT,
          entered TEXT,
          family TEXT,
          withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
          recorded_at TEXT NOT NULL,
          UNIQUE (case_id, step, revision),
          CHECK ((stage IS NULL) = (date IS NULL)),
          CHECK (withdrawn = (stage IS NULL))
        ) STRICT;

        CREATE INDEX case_move_by_entry ON case_move(entry_id);
        CREATE INDEX child_case_by_entry ON child_case(entry_id);

        CREATE TABLE frozen_list (
          id INTEGER PRIMARY KEY,
          authority_id INTEGER NOT NULL REFERENCES authority(id),
          entry_id INTEGER NOT NULL REFERENCES entry(id),
          name TEXT NOT NULL COLLATE NOCASE,
          revision INTEGER NOT NULL CHECK (revision >= 1),
          day TEXT NOT NULL,
          routes TEXT NOT NULL,
          stated_size INTEGER,
          withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
          recorded_at TEXT NOT NULL,
          UNIQUE (authority_id, name, revision)
        ) STRICT;

        CREATE TABLE frozen_member (
          id INTEGER PRIMARY KEY,
          list_id INTEGER NOT NULL REFERENCES frozen_list(id),
          child TEXT NOT NULL,
          UNIQUE (list_id, child)
        ) STRICT;
        """)
    for table in ["child_case", "case_move", "frozen_list", "frozen_member"] {
      try makeAppendOnly(table, in: database)
    }
  }

  /// By which number a child is known again who was forgotten; it tells nothing of the child.
  static func createForgottenChildren(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE forgotten_child (
          authority_id INTEGER NOT NULL REFERENCES authority(id),
          mark INTEGER NOT NULL,
          PRIMARY KEY (authority_id, mark)
        ) STRICT;
        """)
  }
}
