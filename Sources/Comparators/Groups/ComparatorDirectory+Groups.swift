import LookedAfter

extension ComparatorDirectory {
  /// What an authority's figures of a year are set beside.
  ///
  /// - Parameters:
  ///   - group: what.
  ///   - authority: whose figures they are.
  ///   - measure: which published figure.
  ///   - year: the year whose 31 March is meant.
  ///   - edition: which publication of the year.
  ///   - day: the day of the paper, for which the model of neighbours and the judgements are taken.
  public func comparator(
    _ group: ComparatorGroup, for authority: EnglishAuthority,
    _ measure: PublishedMeasure = .lookedAfter, year: Int, edition: FigureEdition, on day: CivilDate
  ) throws -> ComparatorFigures {
    let area: Area
    switch group {
    case .england: area = .england
    case .region: area = .region(authority.region)
    default:
      let members = try membership(of: group, for: authority, on: day)
      return .group(try figures(of: members, measure, year: year, edition: edition))
    }
    return .area(area, try figure(of: area, measure, year: year, edition: edition))
  }

  /// Who belongs to a group on a day. England and the region have no members: theirs are printed
  /// figures.
  public func membership(
    of group: ComparatorGroup, for authority: EnglishAuthority, on day: CivilDate
  ) throws -> GroupMembership {
    switch group {
    case .england, .region:
      return GroupMembership(
        group: group, day: day, members: [], model: nil, candidates: 0, withoutJudgement: 0)
    case .statisticalNeighbours, .goodNeighbours:
      return try neighbours(group, of: authority, on: day)
    case .ofstedGood: return try judged(.good, group, on: day)
    case .ofstedOutstanding: return try judged(.outstanding, group, on: day)
    case .allAuthorities: return everyone(on: day)
    }
  }

  /// The figures of the members of a group for a year.
  public func figures(
    of membership: GroupMembership, _ measure: PublishedMeasure = .lookedAfter, year: Int,
    edition: FigureEdition
  ) throws -> GroupFigures {
    // The whole table is read once, and serves every group of the year.
    let table = membership.members.isEmpty ? [:] : try tables.figures(measure, year)
    let members = membership.members.map { member in
      let area = Area.authority(member.authority.code)
      let figure = tables.choose(edition, measure, year, among: table[area] ?? [])
      return GroupFigures.Member(
        member: member,
        outcome: absence(of: area, year: year) ?? figure.map { .figure($0) } ?? .notListed)
    }
    return GroupFigures(
      membership: membership, measure: measure, year: year, edition: edition, members: members)
  }

  /// The printed rates of every authority that was there on 31 March of a year: what a rank, a
  /// quartile or a percentile is taken over.
  ///
  /// - Returns: nil for a year that the calendar does not have.
  public func allAuthorities(
    _ measure: PublishedMeasure = .lookedAfter, year: Int, edition: FigureEdition
  ) throws -> GroupFigures? {
    guard let day = CivilDate(year: year, month: 3, day: 31) else { return nil }
    return try figures(of: everyone(on: day), measure, year: year, edition: edition)
  }

  /// The authorities that were there on a day, in the order of their codes.
  public func authorities(on day: CivilDate) -> [EnglishAuthority] {
    authorities.authorities.filter { $0.isThere(on: day) }.sorted { $0.code < $1.code }
  }

  /// The models of statistical neighbours, earliest first.
  public func neighbourModels() throws -> [NeighbourModel] {
    try read.value("models") { try NeighbourModels.models(publications: publications) }
  }

  /// The model in force on a day: the newest that was out or, before the first, the first.
  public func neighbourModel(on day: CivilDate) throws -> NeighbourModel? {
    let models = try neighbourModels()
    return models.last { $0.publication.knownFrom <= day } ?? models.first
  }

  /// An authority's neighbours, nearest first; none when the model does not have it.
  public func neighbours(
    of authority: EnglishAuthority, in model: NeighbourModel
  ) throws -> [StatisticalNeighbour] {
    try read.value("neighbours/\(model.id) \(authority.code)") {
      try NeighbourModels.neighbours(of: authority.code, in: model)
    }
  }

  /// Every judgement of an authority that the official list holds, earliest published first.
  public func judgements(of authority: EnglishAuthority) throws -> [InspectionJudgement] {
    if let all = read.known("judgements", as: [InspectionJudgement].self) {
      return all.filter { $0.code == authority.code }
    }
    return try InspectionJudgements.judgements(of: authority.code, publications: publications)
  }

  /// The latest judgement of an authority that was published by a day; nil when there is none.
  public func judgement(
    of authority: EnglishAuthority, on day: CivilDate
  ) throws -> InspectionJudgement? {
    try judgements(of: authority).last { $0.published <= day }
  }

  /// Every judgement of the official list.
  private func allJudgements() throws -> [InspectionJudgement] {
    try read.value("judgements") { try InspectionJudgements.all(publications: publications) }
  }

  private func everyone(on day: CivilDate) -> GroupMembership {
    let members = authorities(on: day).map {
      GroupMembership.Member(authority: $0, neighbour: nil, judgement: nil)
    }
    return GroupMembership(
      group: .allAuthorities, day: day, members: members, model: nil, candidates: members.count,
      withoutJudgement: 0)
  }

  private func neighbours(
    _ group: ComparatorGroup, of authority: EnglishAuthority, on day: CivilDate
  ) throws -> GroupMembership {
    let model = try neighbourModel(on: day)
    let neighbours = try model.map { try self.neighbours(of: authority, in: $0) } ?? []
    let onlyGood = group == .goodNeighbours
    let latest =
      onlyGood ? InspectionJudgements.latest(on: day, among: try allJudgements()) : [:]
    var members: [GroupMembership.Member] = []
    var withoutJudgement = 0
    for neighbour in neighbours {
      guard let authority = authorities[neighbour.code] else { continue }
      // The judgement of an authority that has ended is no one's any more.
      if onlyGood, !authority.isThere(on: day) { continue }
      let judgement = latest[authority.code]
      if onlyGood, judgement == nil { withoutJudgement += 1 }
      guard !onlyGood || judgement?.overall.isGoodOrBetter == true else { continue }
      members.append(
        GroupMembership.Member(authority: authority, neighbour: neighbour, judgement: judgement))
    }
    return GroupMembership(
      group: group, day: day, members: members, model: model, candidates: neighbours.count,
      withoutJudgement: withoutJudgement)
  }

  private func judged(
    _ grade: InspectionGrade, _ group: ComparatorGroup, on day: CivilDate
  ) throws -> GroupMembership {
    let latest = InspectionJudgements.latest(on: day, among: try allJudgements())
    let there = authorities(on: day)
    let members = there.compactMap { authority in
      latest[authority.code].flatMap { judgement in
        judgement.overall == grade
          ? GroupMembership.Member(authority: authority, neighbour: nil, judgement: judgement) : nil
      }
    }
    return GroupMembership(
      group: group, day: day, members: members, model: nil, candidates: there.count,
      withoutJudgement: there.count { latest[$0.code] == nil })
  }
}
