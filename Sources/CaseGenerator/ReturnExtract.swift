import CSV
import LookedAfter

/// What cases are made up from: the episodes of 903 returns with the children's own ids, and a plan
/// file. Only for children who are invented: ids are kept as they stand.
public struct ReturnExtract: Sendable {
  /// An episode of care.
  public struct Episode: Sendable, Equatable {
    /// The child.
    public let child: String
    /// Its first day.
    public let start: CivilDate
    /// The day on which it ended; nil while it lasts.
    public let end: CivilDate?
    /// The legal status, as its code.
    public let status: String
    /// The placement, as its code.
    public let place: String
    /// Why it ended, as its code; blank while it lasts.
    public let reason: String
    /// Whether it began a period of care.
    public let startsCare: Bool
    /// The category of need, as its code.
    public let need: String

    /// Whether the main need is the child's disability.
    public var isDisability: Bool { need == "N2" }

    /// Whether care ended with it.
    public var endsCare: Bool { end != nil && reason != "X1" }
  }

  /// A line of the plan file.
  public struct Plan: Sendable, Equatable {
    /// The child.
    public let child: String
    /// What it aims at, as its word in the file.
    public let kind: String
    /// Its first day.
    public let start: CivilDate
    /// The day on which it ended; nil while it is live.
    public let end: CivilDate?
    /// How it ended; blank while it is live.
    public let outcome: String
  }

  /// The episodes of each child in the order of time.
  public let episodes: [String: [Episode]]
  /// The days of birth.
  public let birthdays: [String: CivilDate]
  /// The children who are or were unaccompanied asylum-seeking, each with the day on which that ended;
  /// nil inside while it lasts.
  public let unaccompanied: [String: CivilDate?]
  /// The plans, in the order of the file.
  public let plans: [Plan]

  /// Reads tables; of an episode that stands in several returns the last counts.
  ///
  /// - Parameters:
  ///   - episodes: the tables of episodes, the oldest return first.
  ///   - headers: the tables of children.
  ///   - unaccompanied: the tables of unaccompanied asylum-seeking children, the oldest first.
  ///   - plans: the plan file.
  /// - Throws: `CSVError` for a line that cannot be read.
  public init(
    episodes: [CSVTable], headers: [CSVTable], unaccompanied: [CSVTable], plans: CSVTable
  ) throws(CSVError) {
    var found: [String: [CivilDate: Episode]] = [:]
    for table in episodes {
      for record in table.records {
        // Short breaks are not counted anywhere.
        if ["V3", "V4"].contains(table.value("ls", of: record)) { continue }
        let child = try table.required("child", of: record)
        let start = try Self.day("decom", of: record, in: table)
        found[child, default: [:]][start] = Episode(
          child: child, start: start,
          end: table.value("dec", of: record) == nil
            ? nil : try Self.day("dec", of: record, in: table),
          status: table.value("ls", of: record) ?? "",
          place: table.value("place", of: record) ?? "",
          reason: table.value("rec", of: record) ?? "",
          startsCare: table.value("rne", of: record) == "S",
          need: table.value("cin", of: record) ?? "")
      }
    }
    self.episodes = found.mapValues { $0.values.sorted { $0.start < $1.start } }
    var birthdays: [String: CivilDate] = [:]
    for table in headers {
      for record in table.records {
        birthdays[try table.required("child", of: record)] =
          try Self.day("dob", of: record, in: table)
      }
    }
    self.birthdays = birthdays
    var seeking: [String: CivilDate?] = [:]
    for table in unaccompanied {
      for record in table.records {
        let ended: CivilDate? =
          table.value("duc", of: record) == nil ? nil : try Self.day("duc", of: record, in: table)
        seeking.updateValue(ended, forKey: try table.required("child", of: record))
      }
    }
    self.unaccompanied = seeking
    var rows: [Plan] = []
    for record in plans.records {
      rows.append(
        Plan(
          child: try plans.required("child", of: record),
          kind: try plans.required("plan", of: record),
          start: try Self.day("start", of: record, in: plans),
          end: plans.value("end", of: record) == nil
            ? nil : try Self.day("end", of: record, in: plans),
          outcome: plans.value("outcome", of: record) ?? ""))
    }
    self.plans = rows
  }

  /// The day on which the period of care began that a day lies in; nil where the returns do not show
  /// it.
  public func entered(_ child: String, by day: CivilDate) -> CivilDate? {
    episodes[child]?.last { $0.startsCare && $0.start <= day }?.start
  }

  /// The episode that a day lies in.
  public func episode(of child: String, on day: CivilDate) -> Episode? {
    episodes[child]?.last { $0.start <= day && $0.end.map { day < $0 } ?? true }
  }

  /// Reads `dd/mm/yyyy`.
  private static func day(
    _ column: String, of record: CSVRecord, in table: CSVTable
  ) throws(CSVError) -> CivilDate {
    let text = try table.required(column, of: record)
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 3, let day = CivilDate(year: parts[2], month: parts[1], day: parts[0])
    else {
      throw CSVError(
        file: table.file, line: record.line, column: nil,
        problem: "\"\(text)\" is no day; write it as 31/03/2025")
    }
    return day
  }
}
