import Crypto
import Foundation
import GRDB
import LookedAfter

/// A paper as it went out, with the figures that it rests on.
public struct PublishedPaper: Sendable {
  /// The month that it is about.
  public let month: Month
  /// Its title.
  public let title: String
  /// The form that it was written in.
  public let format: String
  /// The SHA-256 of its bytes, as 64 hexadecimal digits.
  public let sha256: String
  /// Its bytes.
  public let content: [UInt8]
  /// Who published it, when and by which command.
  public let entry: HistoryStore.Entry
  /// The figures as they stood then.
  public let figures: [Observation]
  /// Of a public paper, what it showed and what it hid; empty for any other.
  public let disclosed: [DisclosedFigure]

  /// The SHA-256 of the bytes as they are now: another one than `sha256` when they were changed
  /// behind the program's back.
  public var sha256Now: String { Self.sha256(of: content) }

  /// Whether the bytes are those that were published.
  public var isAsPublished: Bool { sha256Now == sha256 }

  fileprivate static func sha256(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}

extension HistoryStore {
  /// Keeps a paper with its hash and the figures that it rests on.
  ///
  /// - Parameter disclosed: of a public paper, what it shows and what it hides.
  /// - Returns: the SHA-256 of the paper.
  /// - Throws: `HistoryStoreError`; nothing is kept then.
  public func publish(
    _ content: [UInt8], title: String, format: String, month: Month, restingOn: [ObservationKey],
    disclosed: [DisclosedFigure] = [], entry: Entry
  ) throws(HistoryStoreError) -> String {
    let hash = PublishedPaper.sha256(of: content)
    try writing { database in
      let authority = try authority(in: database).id
      let entryID = try ObservationRows.insert(entry, in: database)
      try database.execute(
        sql: """
          INSERT INTO paper (entry_id, authority_id, month, title, format, sha256, content)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [entryID, authority, "\(month)", title, format, hash, Data(content)])
      let paper = database.lastInsertedRowID
      let statement = try database.makeStatement(
        sql: """
          INSERT INTO paper_figure (paper_id, observation_id)
          SELECT ?, id FROM observation
          WHERE authority_id = ? AND measure = ? AND period = ? AND basis = ? AND detail = ?
          ORDER BY revision DESC LIMIT 1
          """)
      for key in restingOn {
        try statement.execute(arguments: [
          paper, authority, key.measure.rawValue, key.period.description,
          key.basis?.rawValue ?? "", key.detail,
        ])
      }
      for figure in disclosed {
        try database.execute(
          sql: """
            INSERT INTO public_figure (entry_id, paper_id, figure, value, reason, threshold)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            entryID, paper, figure.figure, figure.value, figure.reason, figure.threshold,
          ])
      }
      try AuditChain.seal(entryID, in: database)
    }
    return hash
  }

  /// Every paper that was published, oldest first.
  ///
  /// - Throws: `HistoryStoreError`.
  public func publishedPapers() throws(HistoryStoreError) -> [PublishedPaper] {
    try reading { database in
      let sources = try ObservationRows.sources(in: database)
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT paper.id, month, title, format, sha256, content, recorded_at, recorded_by, command,
            reason
          FROM paper JOIN entry ON entry.id = entry_id WHERE authority_id = ? ORDER BY paper.id
          """, arguments: [authority(in: database).id])
      return try rows.compactMap { row in
        let content: Data = row[5]
        let paper: Int64 = row[0]
        let figures = try Row.fetchAll(
          database,
          sql: """
            SELECT \(ObservationRows.columns) FROM observation
            JOIN paper_figure ON observation_id = observation.id WHERE paper_id = ?
            ORDER BY paper_figure.id
            """, arguments: [paper]
        ).map { try ObservationRows.observation($0, sources: sources) }
        let disclosed = try Row.fetchAll(
          database,
          sql: """
            SELECT figure, value, reason, threshold FROM public_figure WHERE paper_id = ?
            ORDER BY public_figure.id
            """, arguments: [paper]
        ).map(DisclosedFigure.init)
        guard let month = Month(iso: row[1]) else { return nil }
        return PublishedPaper(
          month: month, title: row[2], format: row[3], sha256: row[4], content: [UInt8](content),
          entry: Entry(recordedAt: row[6], recordedBy: row[7], command: row[8], reason: row[9]),
          figures: figures, disclosed: disclosed)
      }
    }
  }

  /// What the public papers showed and hid, oldest first.
  ///
  /// - Throws: `HistoryStoreError`.
  public func publicFigures() throws(HistoryStoreError) -> [DisclosedFigure] {
    try reading { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT figure, value, reason, threshold FROM public_figure
          JOIN paper ON paper.id = paper_id WHERE authority_id = ? ORDER BY public_figure.id
          """, arguments: [authority(in: database).id]
      ).map(DisclosedFigure.init)
    }
  }

  /// The months that a paper was published for.
  ///
  /// - Throws: `HistoryStoreError`.
  public func publishedMonths() throws(HistoryStoreError) -> Set<Month> {
    try reading { database in
      Set(
        try String.fetchAll(
          database, sql: "SELECT DISTINCT month FROM paper WHERE authority_id = ?",
          arguments: [authority(in: database).id]
        )
        .compactMap(Month.init(iso:)))
    }
  }
}

extension DisclosedFigure {
  /// A row of figure, value, reason and threshold.
  fileprivate init(_ row: Row) {
    self.init(figure: row[0], value: row[1], reason: row[2], threshold: row[3])
  }
}
