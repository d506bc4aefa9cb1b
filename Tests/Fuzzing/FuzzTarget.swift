/// A reader, or the grammar of the prompt, that is fed with bytes nobody meant.
///
/// An input is answered, or refused with an error of ours that is a sentence. Whatever ends the
/// program, and whatever a target finds to be untrue of what was read, is a fault.
public struct FuzzTarget: Sendable {
  /// Takes an input; throws an error of ours where the input is refused.
  public typealias Feed = ([UInt8]) throws -> Void

  /// The name, which is also that of the folder of its inputs.
  public let name: String

  /// Words of the form that is read, out of which inputs are made.
  public let words: [String]

  private let prepare: @Sendable () throws -> Feed

  /// Makes a target.
  ///
  /// - Parameter prepare: does once what need not be done for each input.
  init(_ name: String, words: [String], prepare: @escaping @Sendable () throws -> Feed) {
    self.name = name
    self.words = words
    self.prepare = prepare
  }

  /// A target made ready: it throws for a fault alone, and never because an input was refused.
  ///
  /// - Throws: what keeps the target from being made ready.
  public func ready() throws -> Feed {
    let feed = try prepare()
    return { bytes in
      do {
        try feed(bytes)
      } catch let fault as FuzzFault {
        throw fault
      } catch  where !Self.isSentenceOfOurs(error) {
        throw FuzzFault("not an error of ours: \(String(reflecting: error))")
      } catch {}
    }
  }

  /// Whether an error is declared here, and says in words what is wrong.
  private static func isSentenceOfOurs(_ error: any Error) -> Bool {
    let module = String(reflecting: type(of: error)).prefix { $0 != "." }
    guard !["Swift", "Foundation", "FoundationEssentials", "GRDB"].contains(module) else {
      return false
    }
    return "\(error)".count > 10
  }
}

/// Something that must not be, whatever the input.
public struct FuzzFault: Error, CustomStringConvertible {
  /// In words.
  public let description: String

  init(_ description: String) { self.description = description }
}

/// Requires that what was written is taken again, and is the same when it is written once more.
///
/// - Throws: `FuzzFault` where it is not.
func requireSame<Written: Equatable>(
  _ written: Written, as what: String, after again: () throws -> Written
) throws {
  let second: Written
  do {
    second = try again()
  } catch {
    throw FuzzFault("\(what) is refused: \(error)\n\(written)")
  }
  if second != written { throw FuzzFault("\(what) is another:\n\(written)\n\(second)") }
}

extension FuzzTarget {
  /// Every target.
  public static let all: [FuzzTarget] = [
    historyCSV, casesCSV, comparatorsCSV, episodes903, header903, uasc903, plans903, otherTables903,
    xml903, zip, storedReturns, schemeFile, routesFile, templateFile, dump, storeFile, promptLine,
    whatIf,
  ]
}
