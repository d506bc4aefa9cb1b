import Indicators

/// What has to be kept in mind with a figure, in words.
enum CautionSentences {
  static func sentence(_ caution: Caution) -> String {
    switch caution {
    case .editionsDiffer(let left, let right):
      "The population estimates are of different editions (\(left); \(right)), so part of a"
        + " difference may come from the estimates."
    case .yearsDiffer(let left, let right):
      "The two figures are of different years (\(left); \(right))."
    case .populationYear(let used, let expected):
      "The population is of mid-\(used), where mid-\(expected) would go with the date."
    case .tooFewPoints(let have, let need):
      "\(have) of the \(need) points that are needed are recorded."
    case .trialLimits(let points, let needed):
      "The limits rest on \(points) points: they are trial limits, worked out anew each month until"
        + " there are \(needed)."
    case .gaps(let missing, let of):
      "\(missing) of the last \(of) months are missing; a gap is passed over, never counted as nought."
    case .rateAboveBase(let children, let population):
      "There are more children (\(Prose.figures(children))) than population"
        + " (\(Prose.figures(population))), so one of the two is wrong."
    case .limitBelowZero(let computed):
      "The lower limit comes out at \(Prose.decimal(computed, 1)), below nought, and is shown as 0."
    case .assumedSpread(let phi):
      "There are too few months to measure how far brothers and sisters come and go together, so the"
        + " usual spread is taken (φ = \(Prose.decimal(phi, 1)))."
    case .flowsMissSnapshots(let net, let difference):
      "Joiners less leavers make \(signed(net)), but the snapshots differ by \(signed(difference)):"
        + " some movement is recorded late or not at all."
    case .exactTestOnly(let events):
      "Only \(Prose.count(events, "child", "children")) came or left, so the exact test decides."
    case .membersMissing(let have, let of):
      "\(have) of the \(of) members of the group have a value."
    case .comparatorIsNoTarget:
      "A comparator is what others do, not a target: some children need to be in care."
    case .noDirectionSet:
      "No direction is set, so higher and lower are not called better or worse."
    case .approximationForced(let count):
      "Byar's approximation was asked for on a count of \(count), where exact limits are usual."
    }
  }

  static func signed(_ number: Int) -> String {
    number > 0 ? "+\(Prose.figures(number))" : Prose.figures(number)
  }
}
