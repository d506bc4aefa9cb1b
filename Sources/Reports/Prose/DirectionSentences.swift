import Indicators
import LookedAfter

/// Which direction was chosen for a figure, by whom and why.
enum DirectionSentences {
  /// One sentence; blank where no direction was chosen.
  static func sentence(_ chosen: History.ChosenDirection?, of what: String) -> String {
    guard let chosen, chosen.aim != .neutral else { return "" }
    let why = chosen.reason.map { " (\($0))" } ?? ""
    let when = CivilDate(iso: String(chosen.recordedAt.prefix(10)))?.inWords ?? chosen.recordedAt
    let who = chosen.chosenBy ?? "chosen"
    return "The direction aimed at for \(what) is \(chosen.aim.rawValue)\(why), \(who) on \(when)."
  }
}
