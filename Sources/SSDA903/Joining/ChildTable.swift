/// Gives every child of every authority a number, in the order in which they come.
struct ChildTable {
  private(set) var keys: ContiguousArray<ChildKey> = []
  private(set) var authorities: ContiguousArray<UInt16> = []

  /// The number of a child in each slot; less than nothing in free ones.
  private var slots: ContiguousArray<Int32>
  private var mask: Int
  private var last = -1

  init(expecting count: Int) {
    var size = 1024
    while size < count * 2 { size *= 2 }
    slots = ContiguousArray(repeating: -1, count: size)
    mask = size - 1
    keys.reserveCapacity(count)
    authorities.reserveCapacity(count)
  }

  var count: Int { keys.count }

  /// The number of a child, a new one if need be.
  @inline(__always)
  mutating func number(of key: ChildKey, _ authority: UInt16) -> Int {
    if let known = guess(key, authority) { return known }
    var slot = Self.hash(key, authority) & mask
    while true {
      let number = Int(slots[slot])
      if number < 0 { break }
      if keys[number] == key, authorities[number] == authority {
        last = number
        return number
      }
      slot = (slot &+ 1) & mask
    }
    let number = keys.count
    slots[slot] = Int32(truncatingIfNeeded: number)
    keys.append(key)
    authorities.append(authority)
    last = number
    if keys.count &* 2 > mask { grow() }
    return number
  }

  /// The number of a child that is known already.
  @inline(__always)
  mutating func known(_ key: ChildKey, _ authority: UInt16) -> Int? {
    if let known = guess(key, authority) { return known }
    var slot = Self.hash(key, authority) & mask
    while true {
      let number = Int(slots[slot])
      if number < 0 { return nil }
      if keys[number] == key, authorities[number] == authority {
        last = number
        return number
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// Files list children in one order nearly always: the next child is the next one known.
  @inline(__always)
  private mutating func guess(_ key: ChildKey, _ authority: UInt16) -> Int? {
    let next = last &+ 1
    if next < keys.count, keys[next] == key, authorities[next] == authority {
      last = next
      return next
    }
    return nil
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = ContiguousArray(repeating: -1, count: mask + 1)
    for number in keys.indices {
      var slot = Self.hash(keys[number], authorities[number]) & mask
      while slots[slot] >= 0 { slot = (slot &+ 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: number)
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
