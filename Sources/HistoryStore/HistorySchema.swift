import GRDB

/// The tables of a history, and how each version of them becomes the next.
enum HistorySchema {
  /// Marks a file as ours: "lac1" in ASCII.
  static let applicationID = 0x6C61_6331

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 observations", migrate: createObservations)
    migrator.registerMigration("2 audit and papers", migrate: createAuditAndPapers)
    migrator.registerMigration("3 comparator editions", migrate: createComparatorEditions)
    migrator.registerMigration("4 cases", migrate: createCases)
    migrator.registerMigration("5 child rows", migrate: createChildRows)
    migrator.registerMigration("6 public figures", migrate: createPublicFigures)
    migrator.registerMigration("7 earlier child rows", migrate: createEarlierChildRows)
    migrator.registerMigration("8 forgotten children", migrate: createForgottenChildren)
    return migrator
  }

  /// A figure is never changed: a correction is a row of the next revision, a figure that is taken
  /// back is a withdrawn row of the next revision, and triggers refuse anything else. `basis` and
  /// `detail` are blank rather than null, so that the key holds.
  private static func createObservations(_ database: Database) throws {
    try database.execute(
      sql: """
        PRAGMA application_id = \(applicationID);

        CREATE TABLE authority (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE,
          code TEXT
        ) STRICT;

        CREATE TABLE entry (
          id INTEGER PRIMARY KEY,
          recorded_at TEXT NOT NULL,
          recorded_by TEXT NOT NULL,
          command TEXT NOT NULL,
          reason TEXT
        ) STRICT;

        CREATE TABLE scheme_file (
          id INTEGER PRIMARY KEY,
          authority_id INTEGER NOT NULL REFERENCES authority(id),
          entry_id INTEGER NOT NULL REFERENCES entry(id),
          name TEXT NOT NULL CHECK (name IN ('cohorts', 'measures')),
          content BLOB NOT NULL
        ) STRICT;

        CREATE TABLE source (
          id INTEGER PRIMARY KEY,
          key TEXT NOT NULL UNIQUE,
          short_title TEXT NOT NULL,
          title TEXT NOT NULL,
          date TEXT
        ) STRICT;

        CREATE TABLE observation (
          id INTEGER PRIMARY KEY,
          authority_id INTEGER NOT NULL REFERENCES authority(id),
          entry_id INTEGER NOT NULL REFERENCES entry(id),
          measure TEXT NOT NULL,
          period TEXT NOT NULL,
          basis TEXT NOT NULL,
          detail TEXT NOT NULL,
          revision INTEGER NOT NULL CHECK (revision >= 1),
          as_at TEXT,
          mantissa INTEGER,
          decimals INTEGER,
          text TEXT,
          withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
          source_id INTEGER REFERENCES source(id),
          section TEXT,
          note TEXT,
          recorded_at TEXT NOT NULL,
          UNIQUE (authority_id, measure, period, basis, detail, revision),
          CHECK ((mantissa IS NULL) = (decimals IS NULL)),
          CHECK (withdrawn = (mantissa IS NULL AND text IS NULL))
        ) STRICT;
        """)
    for table in ["authority", "entry", "scheme_file", "source", "observation"] {
      try makeAppendOnly(table, in: database)
    }
  }

  /// What undoes what, the papers that went out, and a chain of hashes over everything recorded.
  private static func createAuditAndPapers(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE reversal (
          entry_id INTEGER PRIMARY KEY REFERENCES entry(id),
          reverses INTEGER NOT NULL REFERENCES entry(id),
          kind TEXT NOT NULL CHECK (kind IN ('undo', 'redo'))
        ) STRICT;

        CREATE TABLE paper (
          id INTEGER PRIMARY KEY,
          entry_id INTEGER NOT NULL REFERENCES entry(id),
          authority_id INTEGER NOT NULL REFERENCES authority(id),
          month TEXT NOT NULL,
          title TEXT NOT NULL,
          format TEXT NOT NULL,
          sha256 TEXT NOT NULL,
          content BLOB NOT NULL
        ) STRICT;

        CREATE TABLE paper_figure (
          id INTEGER PRIMARY KEY,
          paper_id INTEGER NOT NULL REFERENCES paper(id),
          observation_id INTEGER NOT NULL REFERENCES observation(id)
        ) STRICT;

        CREATE INDEX paper_figure_by_paper ON paper_figure(paper_id);

        -- Not recorded yet, so it may change: an entry that was left half way.
        CREATE TABLE draft (
          authority_id INTEGER NOT NULL REFERENCES authority(id),
          month TEXT NOT NULL,
          content TEXT NOT NULL,
          saved_at TEXT NOT NULL,
          saved_by TEXT NOT NULL,
          PRIMARY KEY (authority_id, month)
        ) STRICT;

        CREATE TABLE audit (
          entry_id INTEGER PRIMARY KEY REFERENCES entry(id),
          chain TEXT NOT NULL
        ) STRICT;

        CREATE INDEX observation_by_entry ON observation(entry_id);
        """)
    for table in ["reversal", "paper", "paper_figure", "audit"] {
      try makeAppendOnly(table, in: database)
    }
    for entry in try Int64.fetchAll(database, sql: "SELECT id FROM entry ORDER BY id") {
      try AuditChain.seal(entry, in: database)
    }
  }

  /// Published figures that came after those that are shipped, each edition as its three files.
  private static func createComparatorEditions(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE comparator_edition (
          id INTEGER PRIMARY KEY,
          entry_id INTEGER NOT NULL REFERENCES entry(id),
          file_name TEXT NOT NULL,
          publication TEXT NOT NULL,
          authorities TEXT NOT NULL,
          figures TEXT NOT NULL
        ) STRICT;
        """)
    try makeAppendOnly("comparator_edition", in: database)
  }

  /// What the statutory return says of each child, under pseudonyms: one value for each authority.
  /// It alone may be rewritten, for children have a right to be forgotten; so no hash covers it, only
  /// the entries that say when it was written.
  private static func createChildRows(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE child_rows (
          authority_id INTEGER PRIMARY KEY REFERENCES authority(id),
          entry_id INTEGER NOT NULL REFERENCES entry(id),
          content BLOB NOT NULL
        ) STRICT;
        """)
  }

  /// The rows that stood before the last import, which stand again when that is taken back.
  private static func createEarlierChildRows(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE earlier_child_rows (
          authority_id INTEGER PRIMARY KEY REFERENCES authority(id),
          entry_id INTEGER NOT NULL REFERENCES entry(id),
          content BLOB NOT NULL
        ) STRICT;
        """)
  }

  /// What a public paper showed and what it hid: later papers must not give away what this one hid.
  private static func createPublicFigures(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE public_figure (
          id INTEGER PRIMARY KEY,
          entry_id INTEGER NOT NULL REFERENCES entry(id),
          paper_id INTEGER NOT NULL REFERENCES paper(id),
          figure TEXT NOT NULL,
          value INTEGER,
          reason TEXT,
          threshold INTEGER NOT NULL,
          CHECK ((value IS NULL) = (reason IS NOT NULL))
        ) STRICT;
        """)
    try makeAppendOnly("public_figure", in: database)
  }

  /// Lifts the triggers of a table, for as long as `makeAppendOnly` does not set them again.
  static func allowChanges(of table: String, in database: Database) throws {
    for change in ["update", "delete"] {
      try database.execute(sql: "DROP TRIGGER IF EXISTS \(table)_refuses_\(change)")
    }
  }

  static func makeAppendOnly(_ table: String, in database: Database) throws {
    for change in ["UPDATE", "DELETE"] {
      try database.execute(
        sql: """
          CREATE TRIGGER \(table)_refuses_\(change.lowercased()) BEFORE \(change) ON \(table)
          BEGIN SELECT RAISE(ABORT, 'what is recorded is never changed'); END;
          """)
    }
  }
}
