/// How starts change with the month of the year.
enum Season {
  /// What each calendar month is to the average, January first; 1 throughout for under two years.
  ///
  /// The months are set beside a straight line through the starts, and drawn to 1 by as much as chance
  /// could have made their differences (`Credibility`).
  static func factors(starts: [Double], calendar: [Int], spread: Double) -> [Double] {
    let flat = Array(repeating: 1.0, count: 12)
    guard starts.count >= 24 else { return flat }
    let line = trend(starts)
    var cells = Array(repeating: Credibility.Cell(events: 0, exposure: 0), count: 12)
    for (index, value) in starts.enumerated() {
      cells[calendar[index]].events += value
      cells[calendar[index]].exposure += line[index]
    }
    let factors = Credibility(cells, spread: spread).rates
    let mean = factors.reduce(0, +) / 12
    return mean > 0 ? factors.map { $0 / mean } : flat
  }

  /// A straight line by least squares, held above a third of the mean.
  private static func trend(_ values: [Double]) -> [Double] {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let middle = (count - 1) / 2
    var (cross, square) = (0.0, 0.0)
    for (index, value) in values.enumerated() {
      cross += (Double(index) - middle) * (value - mean)
      square += (Double(index) - middle) * (Double(index) - middle)
    }
    let slope = square > 0 ? cross / square : 0
    return values.indices.map { max(mean / 3, mean + slope * (Double($0) - middle)) }
  }
}
