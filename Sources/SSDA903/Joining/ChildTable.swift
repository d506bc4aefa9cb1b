/// Gives every child of every authority a number, in the order in which they come.
///
/// Files list children in the order of their ids nearly always. For as long as they come in it, a
/// child is found among the ids themselves; only then are they hashed.
struct ChildTable {
  private(set) var keys: ContiguousArray<ChildKey> = []
  private(set) var authorities: ContiguousArray<UInt16> = []

  /// The number of a child in each slot; less than nothing in free ones. Empty while every child has
  /// come in order.
  private var slots: ContiguousArray<Int32> = []
  private var last = -1

  init(expecting count: Int) {
    keys.reserveCapacity(count)
    authorities.reserveCapacity(count)
  }

  var count: Int { keys.count }

  /// The number of a child, a new one if need be.
  @inline(__always)
  mutating func number(of key: ChildKey, _ authority: UInt16) -> Int {
    if slots.isEmpty {
      guard let end = keys.indices.last else { return add(key, authority) }
      if isBefore(end, key, authority) { return add(key, authority) }
    }
    return known(key, authority) ?? addBetween(key, authority)
  }

  /// The number of a child that is known already.
  @inline(__always)
  mutating func known(_ key: ChildKey, _ authority: UInt16) -> Int? {
    let next = last &+ 1
    if next < keys.count, keys[next] == key, authorities[next] == authority {
      last = next
      return next
    }
    let number = slots.isEmpty ? search(key, authority) : hashed(key, authority)
    if let number { last = number }
    return number
  }

  // MARK: In order

  /// Whether a child's place is before that of an id, by authority and id.
  @inline(__always)
  private func isBefore(_ number: Int, _ key: ChildKey, _ authority: UInt16) -> Bool {
    if authorities[number] != authority { return authorities[number] < authority }
    let own = keys[number]
    // The first letter of an id is the lowest byte of its key.
    if own.low != key.low { return own.low.byteSwapped < key.low.byteSwapped }
    return own.high.byteSwapped < key.high.byteSwapped
  }

  /// Finds a child among those in order: near the last one first, in steps that double.
  private func search(_ key: ChildKey, _ authority: UInt16) -> Int? {
    var low = 0
    var high = keys.count
    if last >= 0, isBefore(last, key, authority) {
      var step = 1
      low = last &+ 1
      while low &+ step < high {
        guard isBefore(low &+ step, key, authority) else {
          high = low &+ step &+ 1
          break
        }
        low = low &+ step &+ 1
        step = step &* 2
      }
    }
    while low < high {
      let middle = (low &+ high) / 2
      if isBefore(middle, key, authority) { low = middle &+ 1 } else { high = middle }
    }
    guard low < keys.count, keys[low] == key, authorities[low] == authority else { return nil }
    return low
  }

  private mutating func add(_ key: ChildKey, _ authority: UInt16) -> Int {
    last = keys.count
    keys.append(key)
    authorities.append(authority)
    return last
  }

  // MARK: Out of order

  private mutating func addBetween(_ key: ChildKey, _ authority: UInt16) -> Int {
    let number = add(key, authority)
    if slots.count <= keys.count &* 2 {
      fill()
    } else {
      slots[freeSlot(key, authority)] = Int32(truncatingIfNeeded: number)
    }
    return number
  }

  private func hashed(_ key: ChildKey, _ authority: UInt16) -> Int? {
    let mask = slots.count &- 1
    var slot = Self.hash(key, authority) & mask
    while true {
      let number = Int(slots[slot])
      if number < 0 { return nil }
      if keys[number] == key, authorities[number] == authority { return number }
      slot = (slot &+ 1) & mask
    }
  }

  private func freeSlot(_ key: ChildKey, _ authority: UInt16) -> Int {
    let mask = slots.count &- 1
    var slot = Self.hash(key, authority) & mask
    while slots[slot] >= 0 { slot = (slot &+ 1) & mask }
    return slot
  }

  /// Hashes all children, with room for as many again.
  private mutating func fill() {
    var size = 1024
    while size < max(keys.count, keys.capacity) * 2 { size *= 2 }
    if size <= slots.count { size = slots.count * 2 }
    slots = ContiguousArray(repeating: -1, count: size)
    for number in keys.indices {
      slots[freeSlot(keys[number], authorities[number])] = Int32(truncatingIfNeeded: number)
    }
  }

  /// A strong mix of both words, so that no pattern of ids fills one corner of the table.
  @inline(__always)
  private static func hash(_ key: ChildKey, _ authority: UInt16) -> Int {
    var mixed = key.low &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed &>> 32
    mixed = (mixed ^ key.high &+ UInt64(authority)) &* 0xBF58_476D_1CE4_E5B9
    mixed ^= mixed &>> 29
    mixed = mixed &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: mixed &>> 20)
  }
}
