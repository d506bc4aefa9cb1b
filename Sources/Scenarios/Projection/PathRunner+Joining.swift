extension PathRunner {
  @inline(__always)
  func join(_ start: UInt64, _ row: Int, _ index: Int) {
    let joiners = plan.joiners[row &+ index]
    guard joiners > 0 else { return }
    if plan.isShared, plan.sharing[row &+ index] < plan.sharing[row &+ index &+ 1] {
      return joinAmong(start, row &+ index, index)
    }
    let draws = plan.draws + index
    let wanted = joiners * cells[index].joinersFactor
    var stream = PathStream(start)
    guard draws.pointee.joinersHaveRows else {
      cells[index].change &+= plan.joinerGroups.children(mean: wanted, &stream)
      return
    }
    let bits = stream.word()
    let alone = plan.joining.number(2 &* index, UInt32(truncatingIfNeeded: bits))
    let groups = plan.joining.number(2 &* index &+ 1, UInt32(truncatingIfNeeded: bits >> 32))
    let ceiling = draws.pointee.joiners
    let size = plan.joinerGroups.size
    if wanted < ceiling {
      let share = wanted / ceiling
      var joined = 0
      for number in 0..<alone &+ groups {
        joined &+= stream.next() < share ? (number < alone ? 1 : size) : 0
      }
      cells[index].change &+= joined
    } else {
      cells[index].change &+=
        alone &+ groups &* size &+ plan.joinerGroups.children(mean: wanted - ceiling, &stream)
    }
  }

  /// The same where some of a cohort's joiners enter others: as many come, by the same luck, and each of
  /// them, or each group, goes where a number of its own says.
  private func joinAmong(_ start: UInt64, _ cell: Int, _ index: Int) {
    let draws = plan.draws + index
    let wanted = plan.joiners[cell] * cells[index].joinersFactor
    var stream = PathStream(start)
    var (single, groups) = (0, 0)
    if draws.pointee.joinersHaveRows {
      let bits = stream.word()
      let alone = plan.joining.number(2 &* index, UInt32(truncatingIfNeeded: bits))
      let together = plan.joining.number(
        2 &* index &+ 1, UInt32(truncatingIfNeeded: bits >> 32))
      let ceiling = draws.pointee.joiners
      if wanted < ceiling {
        let share = wanted / ceiling
        for number in 0..<alone &+ together where stream.next() < share {
          if number < alone { single &+= 1 } else { groups &+= 1 }
        }
      } else {
        let more = plan.joinerGroups.parts(mean: wanted - ceiling, &stream)
        (single, groups) = (alone &+ more.single, together &+ more.groups)
      }
    } else {
      (single, groups) = plan.joinerGroups.parts(mean: wanted, &stream)
    }
    let ways = plan.sharing[cell]..<plan.sharing[cell &+ 1]
    for number in 0..<single &+ groups {
      var point = stream.next()
      var to = index
      for way in ways {
        point -= plan.shares[way].rate
        if point < 0 {
          to = plan.shares[way].to
          break
        }
      }
      cells[to].change &+= number < single ? 1 : plan.joinerGroups.size
    }
  }
}
