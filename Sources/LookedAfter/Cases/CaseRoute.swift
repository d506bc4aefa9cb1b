/// A route that a case follows: a way out of care, or the course of a service such as proceedings.
public struct CaseRoute: Hashable, Sendable {
  /// What sort of route it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// A way out of care by an application that the monthly update plans: SGO, discharge.
    case application
    /// Another way out of care, or towards it: home, adoption, a foster family.
    case move
    /// The course of a service, which is no way out by itself.
    case service
  }

  /// The id.
  public let id: CaseRouteID
  /// The name, in sentence case.
  public let name: String
  /// A name of a word or two.
  public let shortName: String
  /// What sort of route it is.
  public let kind: Kind
  /// Whether a child whose case is achieved has a permanent home.
  public let isPermanence: Bool
  /// The figure of the families of its cases; nil where families are not counted.
  public let families: MeasureID?
  /// The stages, in the order of the table; the first is where a case begins unless said otherwise.
  public let stages: [CaseStage]
  /// The first stage.
  public let opening: CaseStage

  private let indexes: [CaseStageID: Int]

  /// Makes a route.
  ///
  /// - Returns: nil without a stage, with a stage twice, or with a next stage that there is none of.
  public init?(
    id: CaseRouteID, name: String, shortName: String, kind: Kind, isPermanence: Bool = false,
    families: MeasureID? = nil, stages: [CaseStage]
  ) {
    guard let opening = stages.first else { return nil }
    var indexes: [CaseStageID: Int] = [:]
    for (index, stage) in stages.enumerated() {
      guard indexes.updateValue(index, forKey: stage.id) == nil else { return nil }
    }
    guard stages.allSatisfy({ $0.next.allSatisfy { indexes[$0] != nil } }) else { return nil }
    self.id = id
    self.name = name
    self.shortName = shortName
    self.kind = kind
    self.isPermanence = isPermanence
    self.families = families
    self.stages = stages
    self.opening = opening
    self.indexes = indexes
  }

  /// The stage of an id; nil when the route has none such.
  public subscript(id: CaseStageID) -> CaseStage? { indexes[id].map { stages[$0] } }

  /// The place of a stage in the route, from 0.
  public func index(of id: CaseStageID) -> Int? { indexes[id] }

  /// The name in a sentence: `SGO`, `discharge`.
  public var inSentence: String {
    let isAcronym = shortName.dropFirst().first?.isUppercase ?? false
    return isAcronym ? shortName : shortName.prefix(1).lowercased() + shortName.dropFirst()
  }
}

/// The routes that there are, in the order of their table.
public struct CaseRoutes: Sendable, Equatable {
  /// The routes.
  public let all: [CaseRoute]

  private let indexes: [CaseRouteID: Int]

  /// Makes the table; of two routes with one id the first stands.
  public init(_ routes: [CaseRoute]) {
    var kept: [CaseRoute] = []
    var indexes: [CaseRouteID: Int] = [:]
    for route in routes where indexes[route.id] == nil {
      indexes[route.id] = kept.count
      kept.append(route)
    }
    all = kept
    self.indexes = indexes
  }

  /// The route of an id.
  public subscript(id: CaseRouteID) -> CaseRoute? { indexes[id].map { all[$0] } }

  /// The place of a route in the table, from 0.
  public func index(of id: CaseRouteID) -> Int? { indexes[id] }

  /// The ways out of care, without the courses of services.
  public var exits: [CaseRoute] { all.filter { $0.kind != .service } }
}
