/// A release in which nobody can be recognised: what is hidden and why, which rows were put together,
/// and what an attacker could still work out.
public struct ControlledRelease: Equatable, Sendable {
  /// The release as it was judged: the one given, and the figures of merged rows.
  public let release: Release

  /// Every planned figure, whole or derived, that is not shown, and why.
  public let hidden: [FigureID: Hidden]

  /// The rows that were put together.
  public let merged: [MergedRow]

  /// For every whole number that is not shown, now or before, what it can be.
  public let ranges: [FigureID: PossibleNumbers]

  /// The sensitive figures that can be told whatever is hidden now: earlier publications, or figures
  /// declared open, give them away. A release in which there are any must not go out without a person's
  /// decision.
  public let open: [FigureID]

  /// Whether no sensitive figure can be told.
  public var isSafe: Bool { open.isEmpty }

  /// Whether a figure is to be shown.
  public func shows(_ id: FigureID) -> Bool { planned.contains(id) && hidden[id] == nil }

  /// The true number of a whole figure, shown or not; nil for one that the release has not.
  public func value(_ id: FigureID) -> Int? { values[id] }

  /// The policy under which it was judged.
  public let policy: DisclosurePolicy

  private let planned: Set<FigureID>
  private let values: [FigureID: Int]

  init(
    release: Release, hidden: [FigureID: Hidden], merged: [MergedRow], audit: AttackerAudit,
    policy: DisclosurePolicy
  ) {
    self.release = release
    self.hidden = hidden
    self.merged = merged
    self.policy = policy
    ranges = audit.ranges
    open = audit.open
    let mayShow: (Figure.Publication) -> Bool = { $0 == .planned || $0 == .shownBefore }
    planned = Set(release.figures.filter { mayShow($0.publication) || $0.kind == .open }.map(\.id))
      .union(release.derived.filter { mayShow($0.publication) }.map(\.id))
    values = Dictionary(release.figures.map { ($0.id, $0.value) }) { first, _ in first }
  }
}
