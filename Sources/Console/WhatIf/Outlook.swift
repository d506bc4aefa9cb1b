import LookedAfter
import Reports
import Scenarios

/// What can be said of the months to come, from the month in view on: a projection, or only sums.
struct Outlook {
  let history: History

  /// The month of the last figures.
  let start: Month

  /// The model; nil where too little is recorded.
  let model: FlowModel?

  /// Why there is no model.
  let refusal: ProjectionRefusal?

  /// The joiners and leavers that it rests on.
  let flows: MonthlyFlows?

  /// The children's rows, where the model rests on them.
  private let returns: LoadedReturns?

  /// - Parameters:
  ///   - month: the month in view.
  ///   - returns: the children's rows, where they are at hand and whole.
  init(_ history: History, month: Month, returns: LoadedReturns? = nil) {
    self.history = history
    flows = MonthlyFlows(history, upTo: month)
    if let model = returns?.model(history, month: month) {
      (self.model, refusal, start) = (model, nil, model.start)
      self.returns = returns
      return
    }
    self.returns = nil
    do throws(ProjectionRefusal) {
      let model = try FlowModel(history, upTo: month)
      (self.model, refusal, start) = (model, nil, model.start)
    } catch {
      (model, refusal, start) = (nil, error, month)
    }
  }

  /// The model.
  ///
  /// - Throws: `ConsoleError.refused`, with what is missing and what can be asked instead.
  func requireModel() throws(ConsoleError) -> FlowModel {
    if let model { return model }
    throw .refused((refusal ?? .noHistory).description)
  }

  /// How projections by the same model would have done; nil where that cannot be said.
  var backTest: BackTest? { try? backTest([1, 3, 6, 12]) }

  /// The same for some horizons, in months.
  ///
  /// - Throws: `ProjectionRefusal`, when too little is recorded.
  func backTest(_ horizons: [Int]) throws(ProjectionRefusal) -> BackTest {
    if let returns { return try returns.backTest(history, month: start, horizons: horizons) }
    guard let flows else { throw .noHistory }
    return try BackTest(flows.upTo(start), horizons: horizons)
  }

  /// Runs a projection.
  ///
  /// - Throws: `ConsoleError.refused`, when a lever cannot be or the run was stopped.
  func run(
    _ model: FlowModel, _ whatIf: WhatIf, months: Int, context: ProjectionContext? = nil,
    watch: LongRun
  ) throws(ConsoleError) -> Projection {
    try refusing {
      try Projection.run(
        model, levers: whatIf.levers,
        context: context ?? ProjectionContext(history, month: start),
        settings: settings(whatIf, months: months), isCancelled: watch.isCancelled,
        progress: watch.progress)
    }
  }

  /// Works a sum out.
  ///
  /// - Throws: `ConsoleError.refused`, when a lever cannot be or needs rates.
  func sum(_ whatIf: WhatIf, months: Int? = nil) throws(ConsoleError) -> BareWhatIf {
    let last = start.advanced(by: months ?? whatIf.months(from: start))
    let isMixed = whatIf.levers.contains(where: \.needsRates) && !whatIf.summable.isEmpty
    do {
      return try BareWhatIf(history, month: start, levers: whatIf.levers(upTo: last))
    } catch LeverError.needsRates where isMixed {
      throw .refused(
        "\(LeverError.needsRates) The rest can be summed: what if"
          + " \(whatIf.summable.joined(separator: ", "))")
    } catch let error as LeverError {
      throw .refused(
        LeverRefusal.sentence(error, in: history, summed: whatIf.levers(upTo: last)))
    } catch {
      throw .refused("\(error)")
    }
  }

  func settings(_ whatIf: WhatIf, months: Int) -> ProjectionSettings {
    ProjectionSettings(months: months, paths: whatIf.paths ?? 4000, seed: whatIf.seed ?? 1)
  }

  /// Turns what the engine refuses into sentences that name cohorts as people do.
  func refusing<Result>(_ body: () throws -> Result) throws(ConsoleError) -> Result {
    do {
      return try body()
    } catch let error as LeverError {
      throw .refused(LeverRefusal.sentence(error, in: history))
    } catch {
      throw .refused("\(error)")
    }
  }
}

extension MonthlyFlows {
  /// The same up to a month.
  fileprivate func upTo(_ month: Month) -> MonthlyFlows {
    upTo(min(max(0, first.distance(to: month)), totals.count - 1))
  }
}

extension Session {
  /// The months to come, from the month in view on.
  ///
  /// - Throws: `ConsoleError.nothingRecorded`.
  mutating func outlook() throws -> Outlook { outlook(from: try month(nil)) }

  /// The months to come, from a month on: from the children's rows where there are any, since they
  /// show who moved and left.
  mutating func outlook(from month: Month) -> Outlook {
    let loaded = knownOn == nil ? try? returnsIfAny() : nil
    return Outlook(history, month: month, returns: loaded)
  }

  /// Reads the levers of a line.
  ///
  /// - Throws: `GrammarError` with the part that is not clear, or `ConsoleError`.
  func whatIf(_ tokens: [Token], _ outlook: Outlook, of command: String) throws -> WhatIf {
    let reader = WhatIfReader(
      history: history, start: outlook.start,
      months: MonthReader(known: history.months, current: month), line: line, command: command)
    do {
      return try reader.read(tokens)
    } catch let error as LeverError {
      throw ConsoleError.refused(LeverRefusal.sentence(error, in: history))
    }
  }

  /// Why a name is no scenario.
  static func noScenario(_ name: String, among scenarios: [SavedScenario]) -> String {
    scenarios.isEmpty
      ? "No scenario is saved yet; type: scenario new \"\(name)\" and what it changes."
      : "There is no scenario \"\(name)\"; there \(scenarios.count == 1 ? "is" : "are")"
        + " \(scenarios.map { "\"\($0.name)\"" }.joined(separator: ", "))."
  }
}
