import LookedAfter
import SampleHistory
import Testing

/// A month of the year 2020, for short tests.
func month2020(_ month: Int) throws -> Month { try #require(Month(year: 2020, month: month)) }

/// A history of the sample's scheme with other figures.
func history(_ observations: [Observation]) throws -> History {
  let folder = try SampleHistory.folder()
  return History(
    authority: folder.authority, scheme: folder.scheme, catalogue: folder.catalogue,
    observations: observations)
}

/// A figure of September 2020.
func observation(
  _ measure: MeasureID, _ value: Int, basis: Basis? = nil, detail: String = "", revision: Int = 1
) throws -> Observation {
  Observation(
    measure: measure, period: .month(try month2020(9)), basis: basis, detail: detail,
    value: Quantity(mantissa: value),
    provenance: Provenance(
      source: nil, recordedAt: "2020-10-05T00:00:00Z", revision: revision))
}
