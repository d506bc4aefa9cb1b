extension ControlledRelease {
  /// What people know once the release is out, for the next one to be judged against: add it to that
  /// release, with the relations between them.
  ///
  /// Shown figures are shown for good; hidden ones stay hidden, for the reason and under the
  /// threshold of now. Rows can be merged no more.
  public var published: Release {
    var before = release
    before.tables = []
    before.figures = release.figures.map { figure in
      var figure = figure
      figure.publication = after(figure.id, figure.publication)
      return figure
    }
    before.derived = release.derived.map { derived in
      var derived = derived
      derived.publication = after(derived.id, derived.publication)
      return derived
    }
    return before
  }

  private func after(_ id: FigureID, _ publication: Figure.Publication) -> Figure.Publication {
    guard publication == .planned else { return publication }
    guard let hidden = hidden[id] else { return .shownBefore }
    return .hiddenBefore(hidden.reason, threshold: policy.threshold)
  }
}
