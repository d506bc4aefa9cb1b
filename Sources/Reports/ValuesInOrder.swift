extension Dictionary where Key: RawRepresentable, Key.RawValue == String {
  /// The values in the order of their keys, so that a paper is the same however often it is written.
  var valuesInOrder: [Value] {
    sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value)
  }
}
