import Indicators
import LookedAfter

extension Caution {
  /// The caution as a sentence.
  public var sentence: String {
    switch self {
    case .editionsDiffer(let one, let other):
      "The populations are of different editions (\(one); \(other)): part of the difference may come"
        + " from that."
    case .yearsDiffer(let one, let other):
      "The figures are of different years: \(one) and \(other)."
    case .populationYear(let used, let expected):
      "The population is the mid-\(used) estimate; for this date it would be mid-\(expected)."
    case .tooFewPoints(let have, let need):
      "There \(have == 1 ? "is" : "are") \(Prose.count(have, "figure", "figures")), and"
        + " \(Prose.number(need)) are needed."
    case .trialLimits(let points, let needed):
      "The limits are trial limits: they rest on \(Prose.count(points, "figure", "figures")) and"
        + " change with each new one until there are \(needed)."
    case .gaps(let missing, let outOf):
      Prose.sentence(
        "\(Prose.number(missing)) of the last \(Prose.number(outOf)) figures are missing")
    case .rateAboveBase(let children, let population):
      "There are more children (\(Prose.figures(children))) than population"
        + " (\(Prose.figures(population))): one of the two is wrong."
    case .limitBelowZero(let computed):
      "The lower limit comes out at \(Prose.decimal(computed, 1)); it is shown as 0."
    case .assumedSpread(let phi):
      "How much starts and leavers vary beyond chance could not be estimated here; the usual figure of"
        + " \(Prose.decimal(phi, 1)) was taken."
    case .flowsMissSnapshots(let net, let difference):
      "Starts less leavers make \(signed(net)), but the number changed by \(signed(difference)): late"
        + " records, transfers and re-entries do this."
    case .exactTestOnly(let events):
      events == 0
        ? "Nobody started or left, so there is nothing to test."
        : "With only \(Prose.count(events, "start or leaver", "starts and leavers")) the exact test decides."
    case .membersMissing(let have, let of):
      Prose.sentence("\(Prose.number(have)) of \(Prose.number(of)) members have a figure")
    case .comparatorIsNoTarget: "The comparator is not a target."
    case .noDirectionSet:
      "No direction is set, so that high and low are not called better or worse."
    case .approximationForced(let count):
      "Byar's approximation is meant for counts of 10 and more; the count is \(count)."
    }
  }

  private func signed(_ number: Int) -> String {
    number > 0 ? "+\(Prose.figures(number))" : Prose.figures(number)
  }
}
