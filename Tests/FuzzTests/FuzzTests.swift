import Fuzzing
import TestSupport
import Testing

/// Coverage-guided runs are made by `.ci/fuzz`; here what they found stays found.
@Suite("Bytes that nobody meant")
struct FuzzTests {
  @Test("Every kept input is answered or refused in a sentence", arguments: FuzzTarget.all)
  func keptInputs(target: FuzzTarget) throws {
    let inputs = try KeptInputs.of(target)
    #expect(!inputs.isEmpty)
    try OwnFolder.run {
      let feed = try target.ready()
      for (name, bytes) in inputs {
        #expect(throws: Never.self, "\(target.name)/\(name)") { try feed(bytes) }
      }
    }
  }

  @Test("So is whatever random changes make of them", arguments: FuzzTarget.all)
  func changedInputs(target: FuzzTarget) throws {
    let mutator = InputMutator(
      inputs: try KeptInputs.of(target).map(\.bytes), words: target.words)
    try OwnFolder.run {
      let feed = try target.ready()
      var random = SeededGenerator(seed: 903)
      for number in 1...target.changedInputs {
        let bytes = mutator.next(using: &random)
        #expect(throws: Never.self, "input \(number): \(bytes)") { try feed(bytes) }
      }
    }
  }
}

extension FuzzTarget: CustomTestStringConvertible {
  /// The name of the target.
  public var testDescription: String { name }

  /// How many changed inputs are tried: more of those that take little time.
  fileprivate var changedInputs: Int {
    switch name {
    case "history-csv", "cases-csv", "comparators-csv", "routes-file": 2000
    case "prompt-line", "what-if", "template-file", "scheme-file": 20
    default: 30
    }
  }
}
