import LookedAfter
import Testing

@testable import Scenarios

@Suite("The closed form is that of the methods page")
struct ClosedFormTests {
  /// 340 children, 9 who start and 108 leavers in the last twelve months: one stock.
  func model(errors: Bool) -> FlowModel {
    FlowModel(
      start: Month.iso("2020-10"),
      compartments: [
        Compartment(id: .total, opening: 340, joiners: 9, leaving: [LeavingRate(.ceased, 0.026)])
      ], spread: 2, joinersError: errors ? 2 / 108.0 : 0, leavingError: errors ? 2 / 106.0 : 0,
      basis: .init(months: 12, first: nil, isChildLevel: false))
  }

  @Test("N ← N + λ - μN and V ← V(1 - μ)² + φ(λ + μN), twelve times")
  func recursion() {
    let form = ClosedForm(Schedule(model(errors: false), months: 12))
    var (number, variance) = (340.0, 0.0)
    for month in 0..<12 {
      variance = variance * (1 - 0.026) * (1 - 0.026) + 2 * (9 + 0.026 * number)
      number += 9 - 0.026 * number
      #expect(abs(form.totals[month] - number) < 1e-9)
      // 113 groups of three or so: the grouping comes within a third of a group of φ.
      #expect(abs(form.totalVariances[month] / variance - 1) < 0.01)
    }
  }

  @Test("The rates' own errors add (dN/dλ)² φλ/12 + (dN/dμ)² φμ²/leavers")
  func errors() {
    let plain = ClosedForm(Schedule(model(errors: false), months: 12))
    let form = ClosedForm(Schedule(model(errors: true), months: 12))
    var (number, byStarts, byRate) = (340.0, 0.0, 0.0)
    for month in 0..<12 {
      byRate = byRate * (1 - 0.026) - number
      byStarts = byStarts * (1 - 0.026) + 1
      number += 9 - 0.026 * number
      let added =
        byStarts * byStarts * 2 * 9 / 12 + byRate * byRate * 2 * 0.026 * 0.026 / 106
      let worked = form.totalVariances[month] - plain.totalVariances[month]
      #expect(abs(worked / added - 1) < 0.02)
      // The mean moves by what the curve of the course makes of it: less than a child in a year.
      #expect(abs(form.totals[month] - number) < 0.5)
    }
  }

  @Test("A number of mean and variance has two values that share them and the skewness of a gamma")
  func twoValues() {
    for variance in [0.001, 0.02, 0.3, 1.5] {
      let (high, low) = RateErrors.Line(rate: .allJoiners, variance: variance).values
      func moment(_ power: Int) -> Double {
        func raised(_ value: Double) -> Double {
          (0..<power).reduce(1) { product, _ in product * (value - 1) }
        }
        return high.weight * raised(high.value) + low.weight * raised(low.value)
      }
      #expect(abs(moment(0) - 1) < 1e-12)
      #expect(abs(moment(1)) < 1e-12)
      #expect(abs(moment(2) - variance) < 1e-12)
      #expect(abs(moment(3) - 2 * variance * variance) < 1e-10)
      #expect(low.value > 0)
    }
  }
}
