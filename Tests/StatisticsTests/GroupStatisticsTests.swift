import Indicators
import LookedAfter
import Testing

@Suite("Average of a comparator group") struct GroupStatisticsTests {
  /// Herefordshire's statistical neighbours of the model of May 2025, with their printed rates,
  /// children and population at 31 March 2025.
  static let neighbours: [(String, Int, Int, Int)] = [
    ("Westmorland and Furness", 67, 261, 39_153), ("Staffordshire", 75, 1_306, 174_804),
    ("Lincolnshire", 54, 805, 147_954), ("Shropshire", 119, 717, 60_153),
    ("Somerset", 55, 624, 113_024), ("Lancashire", 65, 1_699, 261_392),
    ("Suffolk", 60, 916, 152_255), ("East Riding of Yorkshire", 58, 363, 63_023),
    ("North Yorkshire", 48, 561, 115_721), ("Derbyshire", 66, 1_024, 156_155),
  ]

  private var members: [GroupStatistics.Member] {
    Self.neighbours.map { name, rate, children, population in
      GroupStatistics.Member(
        name, rate: Quantity(mantissa: rate),
        fraction: RatePer10000(children: children, population: population))
    }
  }

  @Test("2025: mean 66.7, median 62.5, pooled 64.5; from 48 to 119")
  func neighbours2025() throws {
    let group = try #require(GroupStatistics(members))
    #expect(group.rounded(.mean)?.description == "66.7")
    #expect(group.rounded(.median)?.description == "62.5")
    #expect(group.rounded(.pooled)?.description == "64.5")
    #expect(group.withValue == 10 && group.members.count == 10)
    #expect(group.lowest == 48 && group.highest == 119)
    #expect(relativeError(group.mean, 66.7) < 1e-12)
    #expect(group.working.cautions.isEmpty)
  }

  @Test("A member without a value is left out and counted: 9 of 10")
  func missing() throws {
    var members = members
    members[3] = GroupStatistics.Member("Cumbria", rate: nil)
    let group = try #require(GroupStatistics(members))
    #expect(group.withValue == 9 && group.missing == ["Cumbria"])
    #expect(group.rounded(.mean)?.description == "60.9")
    #expect(group.working.cautions == [.membersMissing(have: 9, of: 10)])
  }

  @Test("Fewer than three values are not shown")
  func minimum() throws {
    #expect(GroupStatistics(Array(members.prefix(2))) == nil)
    #expect(GroupStatistics(Array(members.prefix(3))) != nil)
    #expect(GroupStatistics([]) == nil)
    let withoutFractions = members.map { GroupStatistics.Member($0.name, rate: $0.rate) }
    #expect(GroupStatistics(withoutFractions)?.pooled == nil)
  }

  @Test("A mean is rounded from its exact sum, halves away from zero")
  func exactRounding() throws {
    let members = ["0.1", "0.2", "0.15"].map {
      GroupStatistics.Member($0, rate: Quantity(text: $0))
    }
    let group = try #require(GroupStatistics(members))
    #expect(group.rounded(.mean, toDecimals: 2)?.description == "0.15")
    #expect(group.rounded(.mean, toDecimals: 1)?.description == "0.2")
    #expect(group.rounded(.median, toDecimals: 1)?.description == "0.2")
  }
}
