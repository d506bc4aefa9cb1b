import Disclosure
import LookedAfter

/// Everything that people know once a paper is out: the counts that it prints, those of the public
/// papers before it, and what holds between them.
struct PublicRelease {
  private(set) var release = Release()

  let history: History
  /// The counts that are printed or were published, by id.
  let known: [FigureID: Observation]

  private let policy: DisclosurePolicy
  private let printed: Set<FigureID>
  private let before: [String: [DisclosedFigure]]
  private var ids = Set<FigureID>()
  private var names: [FigureID: String] = [:]
  /// Whether figures may go out that no paper showed before.
  let showsNew: Bool

  /// - Parameters:
  ///   - printed: the counts that the paper prints.
  ///   - showsNew: whether figures may go out that no paper showed before.
  ///   - before: the figures of the public papers before it, oldest first.
  init(
    _ history: History, printed: [Observation], before: [DisclosedFigure],
    policy: DisclosurePolicy, showsNew: Bool = true
  ) {
    self.showsNew = showsNew
    self.history = history
    self.policy = policy
    self.before = Dictionary(grouping: before, by: \.figure)
    self.printed = Set(printed.map(\.figureID))
    let isKnown = { [printed = self.printed, before = self.before] (id: FigureID) in
      printed.contains(id) || before[id.text] != nil
    }
    known = Dictionary(history.counts().map { ($0.figureID, $0) }.filter { isKnown($0.0) }) {
      first, _ in first
    }
    for observation in known.values.sorted(by: { $1.isBefore($0) }) { add(observation) }
    addRelations()
    addFollows()
  }

  // MARK: Figures

  /// The name of a figure for the officer.
  private func name(_ observation: Observation) -> String {
    let name = history.catalogue[observation.measure]?.name ?? observation.measure.rawValue
    let detail = Month(iso: observation.detail).map { " for \($0.inWords)" } ?? ""
    let basis = observation.basis.map { ", \($0.name)" } ?? ""
    return "\(name)\(detail), \(observation.period.inWords)\(basis)"
  }

  private mutating func add(_ observation: Observation) {
    guard let value = observation.count?.value else { return }
    let id = observation.figureID
    // A count of which the paper has no parts is hidden and judged by its moves like any other.
    let isTotal =
      observation.measure == CohortID.total.count
      || history.catalogue.measures(below: observation.measure).contains { part in
        part.isCount && part.unit == history.catalogue[observation.measure]?.unit
          && !part.id.rawValue.hasSuffix(".assessing")
          && figure(part.id, observation.period) != nil
      }
    add(
      id, value, name: name(observation), kind: isTotal ? .total : .count,
      isPrinted: printed.contains(id))
  }

  /// Adds a figure with what is known of it from before.
  mutating func add(
    _ id: FigureID, _ value: Int, name: String, kind: Figure.Kind, isPrinted: Bool = true
  ) {
    guard ids.insert(id).inserted else { return }
    var figure = Figure(
      id, value, name: name, kind: showsNew || kind != .open ? kind : .difference,
      publication: isPrinted && showsNew ? .planned : .unpublished)
    let earlier = before[id.text] ?? []
    if let shown = earlier.last(where: { $0.value != nil })?.value {
      if shown == value {
        figure.publication = .shownBefore
      } else {
        // It was restated: the old number is known, and a small difference tells of a child.
        let old = FigureID("\(id)|as published")
        if ids.insert(old).inserted {
          release.figures.append(
            Figure(old, shown, name: "\(name), as published", kind: kind, publication: .shownBefore)
          )
          if kind == .count { figure.follows = old }
        }
      }
    } else if let hidden = earlier.last(where: { $0.reason != nil }),
      let reason = hidden.reason.flatMap(Hidden.Reason.init)
    {
      figure.publication = .hiddenBefore(reason, threshold: hidden.threshold)
    }
    names[id] = name
    release.figures.append(figure)
  }

  /// The figure of a measure that is known; of several bases the first.
  func figure(_ measure: MeasureID, _ period: Period) -> Observation? {
    let found = history.observations(of: measure).filter {
      $0.period == period && known[$0.figureID] != nil
    }
    return found.first { $0.detail.isEmpty } ?? found.first
  }

  func value(_ id: FigureID) -> Int { known[id]?.count?.value ?? 0 }

  /// The figures that this paper would print and an earlier one hid.
  var held: [Figure] {
    release.figures.filter { figure in
      guard case .hiddenBefore = figure.publication else { return false }
      return printed.contains(figure.id)
    }
  }

  // MARK: Relations

  /// A total and its parts; what they do not account for is a number by itself, and must not be found
  /// out either where it is of children.
  mutating func relate(_ total: FigureID, _ value: Int, to parts: [(id: FigureID, value: Int)]) {
    guard !parts.isEmpty else { return }
    var ids = parts.map(\.id)
    let left = value - parts.reduce(0) { $0 + $1.value }
    if left != 0 {
      let rest = FigureID("\(total)|less \(parts.map(\.id.text).sorted().joined(separator: ","))")
      add(
        rest, left, name: "what the parts leave of \(names[total] ?? "a total")",
        kind: left > 0 ? .count : .open,
        isPrinted: false)
      ids.append(rest)
    }
    release.relations.append(.total(total, of: ids))
  }

  /// The sum of figures that a paper prints though nobody recorded it.
  @discardableResult
  mutating func sum(_ id: FigureID, of parts: [(id: FigureID, value: Int)], name: String) -> Int {
    let sum = parts.reduce(0) { $0 + $1.value }
    guard parts.count > 1 else { return sum }
    add(id, sum, name: name, kind: .total)
    release.relations.append(.total(id, of: parts.map(\.id)))
    return sum
  }

  mutating func append(_ relation: Relation) { release.relations.append(relation) }

  mutating func set(_ tables: [Release.Table]) { release.tables = tables }

  mutating func append(_ derived: DerivedFigure) { release.derived.append(derived) }

  /// A category of two months in a row: a small move between them is of a few children. The newer is
  /// shown where the older was not published before. Not for totals, nor for what happened in a month.
  private mutating func addFollows() {
    guard policy.hidesSmallChanges else { return }
    let places = Dictionary(release.figures.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for place in release.figures.indices {
      let figure = release.figures[place]
      guard figure.kind == .count, let observation = known[figure.id],
        history.catalogue[observation.measure]?.kind == .stock,
        case .month(let month) = observation.period
      else { continue }
      let earlier = history.observations(of: observation.measure).first {
        $0.period == .month(month.advanced(by: -1)) && $0.basis == observation.basis
          && $0.detail == observation.detail && known[$0.figureID] != nil
      }
      guard let earlier, let old = places[earlier.figureID] else { continue }
      if release.figures[old].publication == .planned {
        if release.figures[old].follows == nil { release.figures[old].follows = figure.id }
      } else if figure.follows == nil {
        release.figures[place].follows = earlier.figureID
      }
    }
  }
}
